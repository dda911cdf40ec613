### What visitors see on Ghost, Medium and the common Hugo and Jekyll themes.
###
### Written from what pages show; an attribute is a further wording (.alt1, .alt2 …) or, under any other name,
### faces the attribute of the same name. A raw placeholder of a page (%s, %d) stands for the variable in its place.
###
### $count (Number)
### $date (Date)
### $page (Number)
### $service (Name)
### $theme (Name)
### $title (Title)
### $total (Number)

## Ghost and Medium: membership, reading, sharing
sign-up = Sign up
    .alt1 = Sign up now
become-a-member = Become a member
    .alt1 = Become a member now
already-member = Already a member? Sign in
    .alt1 = Already a member? Log in
already-member-plain = Already a member?
members-only = This post is for members only
    .alt1 = This post is for subscribers only
paid-only = This post is for paying subscribers only
    .alt1 = This post is for paid subscribers
subscribe-to-read-all = Subscribe now and have access to all our stories, enjoy exclusive content and stay up to date with constant updates.
    .alt1 = Sign up now to read the post and get access to the full library of posts for subscribers only.
sign-up-to-read = Sign up to read this post
    .alt1 = Subscribe to continue reading
great-subscribed = Great! You’ve successfully signed up.
    .alt1 = Great! You’ve successfully subscribed.
welcome-back = Welcome back! You’ve successfully signed in.
check-inbox = Check your inbox and click the link to confirm your subscription.
    .alt1 = Check your inbox and click the link
subscribed-to = You’ve successfully subscribed to { $title }
    .alt1 = You’ve successfully subscribed to { $title }.
link-expired = Your link has expired.
    .alt1 = Your link has expired
billing-updated = Success! Your billing info has been updated.
your-account = Your account
    .my = My account
    .bare = Account
account-settings = Account settings
your-email = Your email address
    .alt1 = Your email
email-sent = Email sent! Check your inbox!
    .alt1 = Email sent
stay-up-to-date = Stay up to date! Get all the latest & greatest posts delivered straight to your inbox
    .alt1 = Get the latest posts delivered right to your inbox
    .alt2 = Get the latest posts delivered right to your inbox.
no-spam = No spam. Unsubscribe anytime.
    .alt1 = No spam, unsubscribe any time.
you-might-like = You might also like…
    .alt1 = Read next
    .alt2 = Read this next
more-in = More in { $title }
    .alt1 = More from { $title }
    .alt2 = See all posts in { $title }
see-all-posts = See all { $count ->
        [one] { $count } post
       *[other] { $count } posts
    }
see-all = See all
    .alt1 = View all
show-all = Show all
all-posts = All posts
    .alt1 = All articles
see-all-posts-plain = See all posts
    .alt1 = View all posts
    .alt2 = See all articles
load-more = Load more
    .posts = Load more posts
show-more = Show more
see-more = See more
    .alt1 = View more
more-posts = More posts
    .alt1 = More articles
a-collection-of-posts = { $count ->
        [one] A collection of { $count } post
       *[other] A collection of { $count } posts
    }
zero-posts = Zero posts
    .alt1 = No posts
published-with = Published with { $service }
    .alt1 = Built with { $service }
    .alt2 = Made with { $service }
featured-posts = Featured posts
    .alt1 = Featured articles
    .alt2 = Editor’s picks
top-highlight = Top highlight
claps = { $count ->
        [one] { $count } clap
       *[other] { $count } claps
    }
min-ago = { $count ->
        [one] { $count } minute ago
       *[other] { $count } minutes ago
    }
    .alt1 = { $count ->
            [one] { $count } min ago
           *[other] { $count } min ago
        }
    .alt2 = { $count ->
            [one] { $count } min. ago
           *[other] { $count } mins ago
        }
seconds-ago = { $count ->
        [one] { $count } second ago
       *[other] { $count } seconds ago
    }
hours-ago = { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
days-ago = { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
weeks-ago = { $count ->
        [one] { $count } week ago
       *[other] { $count } weeks ago
    }
months-ago = { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
years-ago = { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }
just-now = Just now
yesterday = Yesterday

## Hugo and Jekyll themes
last-updated-on = Last updated on { $date }
    .alt1 = Last modified on { $date }
    .alt2 = Last updated: { $date }
    .alt3 = Last modified: { $date }
    .alt4 = Updated on { $date }
    .alt5 = Updated: { $date }
    .alt6 = Last update: { $date }
    .alt7 = Updated { $date }
table-of-contents = Table of contents
    .page = On this page
    .short = Contents
word-count = { $count ->
        [one] { $count } word
       *[other] { $count } words
    }
characters = { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
dark-mode = Dark mode
toggle-dark = Toggle dark mode
light-mode = Light mode
back-to-posts = Back to posts
    .alt1 = Back to blog
    .alt2 = Back to the blog
edit-this-page = Edit this page
    .github = Edit this page on GitHub
    .suggest = Suggest changes
    .improve = Improve this page
translations = Translations: { $title }
    .alt1 = Also available in: { $title }
    .alt2 = Available in: { $title }
series = This post is part of the series { $title }
    .alt1 = Part of the series { $title }
part-of = Part { $page } of { $total }
copy-code = Copy code
    .bare = Copy
copied = Copied!
    .link = Link copied!
copy-link = Copy link
    .alt1 = Copy the link
    .alt2 = Copy link to clipboard
view-source = View source
    .alt1 = View page source
git-info = Git info
unlisted = Draft
theme-variant = Built with { $service } and { $theme }
    .alt1 = Powered by { $service } & { $theme }
    .alt2 = Powered by { $service } with theme { $theme }
