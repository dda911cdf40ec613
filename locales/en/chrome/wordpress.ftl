### What visitors see on sites made with WordPress and on WordPress.com: comments, sharing, following, archives.
###
### Written from what pages show; an attribute is a further wording (.alt1, .alt2 …) or, under any other name,
### faces the attribute of the same name. A raw placeholder of a page (%s, %d) stands for the variable in its place.
###
### $categories (Title)
### $count (Number)
### $date (Date)
### $height (Number)
### $name (Name)
### $page (Number)
### $query (Title)
### $service (Name)
### $sign (Name)
### $tags (Title)
### $time (Date)
### $title (Title)
### $total (Number)
### $width (Number)

## Comments
leave-a-comment = Leave a comment
    .alt1 = Post a comment
    .alt2 = Add a comment
    .alt3 = Leave a reply
leave-a-comment-on = Leave a comment on { $title }
    .alt1 = Leave a comment on “{ $title }”
    .alt2 = Leave a reply on “{ $title }”
leave-a-reply-to = Leave a reply to { $name }
    .alt1 = Reply to { $name }
reply = Reply
reply-noun = Response
cancel-reply = Cancel reply
    .alt1 = Click here to cancel reply
post-comment = Post comment
    .alt1 = Submit comment
    .alt2 = Send comment
your-comment = Your comment
write-a-comment = Write a comment…
    .alt1 = Write your comment…
enter-your-comment = Enter your comment here…
    .alt1 = Type your comment here…
join-the-conversation = Join the conversation
email-not-published = Your email address will not be published.
    .alt1 = Your email will not be published.
    .alt2 = Your e-mail address will not be published.
required-fields = Required fields are marked { $sign }
fields-marked = Fields marked with { $sign } are required
    .alt1 = Fields marked with an { $sign } are required
required-fields-star = Required fields are marked *
email-not-published-required = Your email address will not be published. Required fields are marked *
save-my-details = Save my name, email, and website in this browser for the next time I comment.
must-log-in-to-comment = You must be logged in to post a comment.
    .alt1 = You must log in to post a comment.
    .alt2 = You must be logged in to comment.
log-in-to-reply = Log in to reply
    .alt1 = Log in to leave a comment
    .alt2 = Login to reply
logged-in-as = Logged in as { $name }. Log out?
logged-in-as-edit = Logged in as { $name }. Edit your profile. Log out?
awaiting-moderation = Your comment is awaiting moderation.
comments-closed = Comments are closed.
    .alt1 = Comments closed
comments-off-on = Comments off on { $title }
    .alt1 = Comments are off for { $title }
no-comments = No comments
    .alt1 = No comments yet
    .alt2 = There are no comments yet.
no-comments-on = No comments on { $title }
count-comments = { $count ->
        [one] { $count } comment
       *[other] { $count } comments
    }
    .alt1 = { $count ->
            [one] One comment
           *[other] { $count } comments
        }
    .alt2 = { $count ->
            [one] Comment ({ $count })
           *[other] Comments ({ $count })
        }
count-comments-on = { $count ->
        [one] { $count } comment on { $title }
       *[other] { $count } comments on { $title }
    }
    .alt1 = { $count ->
            [one] { $count } comment on “{ $title }”
           *[other] { $count } comments on “{ $title }”
        }
    .alt2 = { $count ->
            [one] One comment on “{ $title }”
           *[other] { $count } comments on “{ $title }”
        }
count-thoughts-on = { $count ->
        [one] { $count } thought on “{ $title }”
       *[other] { $count } thoughts on “{ $title }”
    }
    .alt1 = { $count ->
            [one] One thought on “{ $title }”
           *[other] { $count } thoughts on “{ $title }”
        }
    .alt2 = { $count ->
            [one] { $count } thought on { $title }
           *[other] { $count } thoughts on { $title }
        }
count-replies-to = { $count ->
        [one] { $count } reply to “{ $title }”
       *[other] { $count } replies to “{ $title }”
    }
    .alt1 = { $count ->
            [one] One reply on “{ $title }”
           *[other] { $count } replies on “{ $title }”
        }
    .alt2 = { $count ->
            [one] { $count } response to “{ $title }”
           *[other] { $count } responses to “{ $title }”
        }
    .alt3 = { $count ->
            [one] One response to “{ $title }”
           *[other] { $count } responses to “{ $title }”
        }
count-replies = { $count ->
        [one] { $count } reply
       *[other] { $count } replies
    }
    .alt1 = { $count ->
            [one] One reply
           *[other] { $count } replies
        }
    .alt2 = { $count ->
            [one] { $count } response
           *[other] { $count } responses
        }
    .alt3 = { $count ->
            [one] One response
           *[other] { $count } responses
        }
count-pingbacks = { $count ->
        [one] { $count } pingback
       *[other] { $count } pingbacks
    }
count-trackbacks = { $count ->
        [one] { $count } trackback
       *[other] { $count } trackbacks
    }
pingback = Pingback: { $title }
trackback = Trackback: { $title }
says = { $name } says:
    .alt1 = { $name } said:
says-on = { $name } says on { $date }
    .alt1 = { $name } on { $date } said:
comment-by-on = { $name } on { $title }
    .alt1 = { $name } commented on { $title }
older-comments = Older comments
previous-comments = Previous comments
newer-comments = Newer comments
next-comments = Next comments
comment-navigation = Comment navigation
    .alt1 = Comments navigation
loading-comments = Loading comments…
edit-comment = Edit comment
    .alt1 = Edit this comment
delete-comment = Delete comment
link-to-comment = Link to this comment
    .alt1 = Permalink to this comment
report-comment = Report this comment
    .alt1 = Report comment
hide-comments = Hide comments
show-comments = Show comments
view-comments = View comments
    .alt1 = See comments
    .alt2 = Read comments
    .all = View all comments
load-more-comments = Load more comments
    .alt1 = Show more comments
    .alt2 = More comments
notify-comments = Notify me of follow-up comments by email.
    .alt1 = Notify me of new comments via email.
    .alt2 = Notify me of followup comments via e-mail.
    .alt3 = Email me new comments
notify-posts = Notify me of new posts by email.
    .alt1 = Notify me of new posts via email.
    .alt2 = Email me new posts
akismet = This site uses Akismet to reduce spam. Learn how your comment data is processed.
html-tags = You may use these HTML tags and attributes: { $title }
comment-failed = Sorry, this comment could not be posted.
duplicate-comment = Duplicate comment detected; it looks as though you’ve already said that!
too-fast = You are posting comments too quickly. Slow down.
like-comment = Liked by { $name }
like-this-comment = Like this comment

## The form of WordPress.com
enter-details = Enter your details below or click an icon to log in:
    .alt1 = Fill in your details below or click an icon to log in:

# The service is empty where its name was a link or an image; parentheses are often lost with them.
commenting-using-account = You are commenting using your { $service ->
        [none] account.
       *[other] { $service } account.
    } Log Out / Change
    .closed = You are commenting using your { $service ->
            [none] account.
           *[other] { $service } account.
        } Log Out / Change )
    .bracketed = You are commenting using your { $service ->
            [none] account.
           *[other] { $service } account.
        } ( Log Out / Change )
commenting-using-account-only = You are commenting using your { $service } account.
log-out-or-change = Log Out / Change
    .bracketed = ( Log Out / Change )
    .closed = Log Out / Change )
connecting-to = Connecting to { $service }
twitter-picture = Twitter picture
    .alt1 = Twitter image
facebook-photo = Facebook photo
google-photo = Google photo
    .alt1 = Google picture
google-plus-photo = Google+ photo
wordpress-logo = WordPress.com Logo
gravatar-logo = Gravatar
email-address-private = Email (Address never made public)
    .alt1 = Email (required) (Address never made public)
address-private = Address never made public
email-required = Email (required)
name-required = Name (required)
website-optional = Website (optional)
comment-required = Comment (required)
log-in-with = Log in with { $service }
    .alt1 = Sign in with { $service }
    .alt2 = Continue with { $service }
    .alt3 = Login with { $service }
log-in-or-provide = Log in or provide your name and email to leave a comment.
    .alt1 = Log in or provide your name and email to leave a reply.
post-as-guest = Comment as a guest
    .alt1 = Post as guest

## Likes, sharing
bloggers-like = { $count ->
        [one] { $count } blogger likes this:
       *[other] { $count } bloggers like this:
    }
    .alt1 = { $count ->
            [one] { $count } blogger likes this
           *[other] { $count } bloggers like this
        }
people-like = { $count ->
        [one] { $count } person likes this
       *[other] { $count } people like this
    }
    .alt1 = { $count ->
            [one] { $count } like
           *[other] { $count } likes
        }
like-this = Like this:
like = Like
liked = Liked
like-loading = Like Loading…
loading = Loading…
be-first-to-like = Be the first to like this.
    .alt1 = Be the first one to like this.
share-this = Share this:
    .alt1 = Share this with others:
share-this-article = Share this article
    .alt1 = Share this post
    .page = Share this page
    .alt2 = Share article
click-to-share = Click to share on { $service } (Opens in new window)
click-to-share-plain = Click to share on { $service }
click-to-email = Click to email a link to a friend (Opens in new window)
    .alt1 = Click to email this to a friend (Opens in new window)
click-to-email-plain = Click to email a link to a friend
    .alt1 = Click to email this to a friend
click-to-print = Click to print (Opens in new window)
    .plain = Click to print
share-on = Share on { $service }
    .alt1 = Share via { $service }
    .alt2 = Share to { $service }
tweet = Tweet
pin-it = Pin it
    .alt1 = Save to Pinterest
opens-in-new-window = Opens in new window
    .alt1 = Opens in a new window
    .bracketed = (Opens in new window)
    .tab = Opens in a new tab
    .tab-bracketed = (Opens in a new tab)
reblog = Reblog
reblogged-by = Reblogged this on { $title }.
    .alt1 = Reblogged this on { $title } and commented:
related = Related
related-posts = Related posts
    .alt1 = Related articles
    .alt2 = Similar posts
    .alt3 = Related stories
you-may-also-like = You may also like
    .alt1 = You might also like
    .alt2 = You may also be interested in
in-category = In “{ $title }”
similar-post = Similar post
rate-this = Rate this:
votes = { $count ->
        [one] { $count } vote
       *[other] { $count } votes
    }

## Following
follow = Follow
following = Following
follow-blog-email = Follow blog via email
    .alt1 = Subscribe to blog via email
    .alt2 = Follow by email
enter-email-follow = Enter your email address to follow this blog and receive notifications of new posts by email.
enter-email-subscribe = Enter your email address to subscribe to this blog and receive notifications of new posts by email.
join-followers = { $count ->
        [one] Join { $count } other follower
       *[other] Join { $count } other followers
    }
join-subscribers = { $count ->
        [one] Join { $count } other subscriber
       *[other] Join { $count } other subscribers
    }
followers = { $count ->
        [one] { $count } follower
       *[other] { $count } followers
    }
    .alt1 = { $count ->
            [one] { $count } subscriber
           *[other] { $count } subscribers
        }
follow-me-on = Follow me on { $service }
follow-us-on = Follow us on { $service }
    .alt1 = Find us on { $service }
    .alt2 = Join us on { $service }
follow-title = Follow { $title }
subscribe-to-continue = Subscribe now to keep reading and get access to the full archive.
continue-reading-plain = Continue reading
    .alt1 = Keep reading
discover-more = Discover more from { $title }
subscribe-latest = Subscribe to get the latest posts sent to your email.
    .alt1 = Subscribe to get the latest posts to your email.
type-your-email = Type your email…
enter-your-email = Enter your email address
    .alt1 = Enter your email
already-account = Already have a WordPress.com account? Log in now.
sign-me-up = Sign me up
    .alt1 = Sign me up!
subscribed = Subscribed
    .alt1 = You are subscribed
manage-subscriptions = Manage subscriptions
    .alt1 = Manage subscription
view-in-reader = View site in Reader
    .alt1 = View post in Reader
report-content = Report this content
collapse-bar = Collapse this bar
copy-shortlink = Copy shortlink
shortlink = Shortlink
get-started = Get started

## Posts
author-label = Author: { $title }
    .alt1 = Written by: { $title }
author-plain = Author
about-author = About the author
    .alt1 = About author
about-name = About { $name }
by-name = by { $name }
    .alt1 = By { $name }
written-by = Written by { $name }
    .alt1 = Posted by { $name }
    .alt2 = Published by { $name }
posts-by = Posts by { $name }
    .alt1 = View all posts by { $name }
    .alt2 = All posts by { $name }
    .alt3 = See all posts by { $name }
    .alt4 = More posts by { $name }
posted-on = Posted on { $date }
    .alt1 = Published on { $date }
    .alt2 = Published { $date }
    .alt3 = Posted { $date }
posted-on-plain = Posted on
    .alt1 = Published on
posted-by-plain = Posted by
    .alt1 = Published by
    .alt2 = Written by
posted-on-by = Posted on { $date } by { $name }
    .alt1 = Published on { $date } by { $name }
    .alt2 = Published { $date } by { $name }
posted-by-on = Posted by { $name } on { $date }
    .alt1 = Published by { $name } on { $date }
    .alt2 = By { $name } on { $date }
    .alt3 = By { $name }, { $date }
posted-on-at = Posted on { $date } at { $time }
    .alt1 = Published on { $date } at { $time }
posted-on-in = Posted on { $date } in { $categories }
    .alt1 = Published { $date } in { $categories }
posted-in = Posted in { $categories }
    .alt1 = Filed under { $categories }
    .alt2 = Filed under: { $categories }
    .alt3 = Categorized as { $categories }
    .alt4 = Categorised as { $categories }
    .alt5 = Published in { $categories }
posted-in-plain = Posted in
    .alt1 = Filed under
tagged = Tagged { $tags }
    .alt1 = Tagged with { $tags }
    .alt2 = Tagged as { $tags }
    .alt3 = Tagged: { $tags }
tagged-plain = Tagged
posted-in-tagged = Posted in { $categories } and tagged { $tags }
    .alt1 = This entry was posted in { $categories } and tagged { $tags }.
entry-posted-in = This entry was posted in { $categories }. Bookmark the permalink.
    .alt1 = This entry was posted in { $categories }.
bookmark-permalink = Bookmark the permalink.
    .alt1 = Bookmark the permalink
permalink = Permalink
    .alt1 = Permanent link
permalink-to = Permalink to { $title }
    .alt1 = Permanent link to { $title }
categories-label = Categories: { $categories }
    .alt1 = Category: { $categories }
tags-label = Tags: { $tags }
    .alt1 = Tag: { $tags }
continue-reading = Continue reading { $title }
    .alt1 = Continue reading “{ $title }”
    .alt2 = Continue reading: { $title }
previous-post = Previous post
    .alt1 = Previous article
    .alt2 = Previous Post:
next-post = Next post
    .alt1 = Next article
    .alt2 = Next Post:
previous-post-title = Previous post: { $title }
    .alt1 = Previous article: { $title }
    .alt2 = Previous: { $title }
    .alt3 = Previous post { $title }
next-post-title = Next post: { $title }
    .alt1 = Next article: { $title }
    .alt2 = Next: { $title }
    .alt3 = Next post { $title }
older-posts = Older posts
    .alt1 = Older entries
    .alt2 = Older articles
older = Older
newer-posts = Newer posts
    .alt1 = Newer entries
    .alt2 = Newer articles
newer = Newer
posts-navigation = Posts navigation
    .alt1 = Posts pagination
post-navigation = Post navigation
image-navigation = Image navigation
previous-image = Previous image
next-image = Next image
full-size = Full size
full-size-is = Full size is { $width } × { $height } pixels
edit = Edit
edit-post = Edit post
    .alt1 = Edit this post
    .alt2 = Edit this entry
edit-page = Edit page
edit-title = Edit “{ $title }”
    .alt1 = Edit { $title }
protected = Protected: { $title }
private-post = Private: { $title }
protected-content = This content is password protected. To view it please enter your password below:
    .alt1 = This content is password-protected. To view it, please enter the password below.
no-excerpt = There is no excerpt because this is a protected post.
featured = Featured
    .alt1 = Featured post
sticky = Sticky
    .alt1 = Sticky post
time-ago = { $time } ago
reading-time = { $count ->
        [one] { $count } minute read
       *[other] { $count } minutes read
    }
    .alt1 = { $count ->
            [one] { $count } min read
           *[other] { $count } min read
        }
    .alt2 = { $count ->
            [one] Reading time: { $count } minute
           *[other] Reading time: { $count } minutes
        }
    .alt3 = { $count ->
            [one] Reading time: { $count } min
           *[other] Reading time: { $count } min
        }
views = { $count ->
        [one] { $count } view
       *[other] { $count } views
    }
posts-count = { $count ->
        [one] { $count } post
       *[other] { $count } posts
    }
    .alt1 = { $count ->
            [one] { $count } article
           *[other] { $count } articles
        }

## Archives and search
category-archives = Category Archives: { $title }
    .alt1 = Archive for category: { $title }
tag-archives = Tag Archives: { $title }
author-archives = Author Archives: { $name }
monthly-archives = Monthly Archives: { $date }
daily-archives = Daily Archives: { $date }
yearly-archives = Yearly Archives: { $date }
month-label = Month: { $title }
day-label = Day: { $title }
year-label = Year: { $title }
archives-of = Archives: { $title }
archive-for = Archive for { $title }
    .alt1 = Archives for { $title }
select-month = Select month
select-category = Select category
recent-posts = Recent posts
    .alt1 = Latest posts
    .alt2 = Recent entries
recent-comments = Recent comments
    .alt1 = Latest comments
top-posts = Top posts & pages
    .alt1 = Top posts and pages
    .alt2 = Popular posts
blog-stats = Blog stats
    .alt1 = Blog statistics
hits = { $count ->
        [one] { $count } hit
       *[other] { $count } hits
    }
blogroll = Blogroll
meta = Meta
entries-feed = Entries feed
    .alt1 = Entries RSS
comments-feed = Comments feed
    .alt1 = Comments RSS
rss-posts = RSS - Posts
rss-comments = RSS - Comments
site-admin = Site admin
search-for = Search for:
search-placeholder = Search …
    .alt1 = Type here to search…
search-results-for = Search results for: { $query }
    .alt1 = Search results for “{ $query }”
    .alt2 = Results for “{ $query }”
    .alt3 = Search results: “{ $query }”
    .alt4 = Results for: { $query }
    .alt5 = Search results for { $query }
search-results = Search results
results = Results
nothing-found = Nothing found
no-results = No results
no-results-found = No results found
not-found = Not found
nothing-found-for = No results for “{ $query }”
    .alt1 = Nothing found for “{ $query }”
    .alt2 = No results found for “{ $query }”
    .alt3 = No results for { $query }
nothing-matched = Sorry, but nothing matched your search terms. Please try again with some different keywords.
    .alt1 = Sorry, no posts matched your criteria.
    .alt2 = Sorry, but nothing matched your search criteria. Please try again with some different keywords.
cannot-find = It seems we can’t find what you’re looking for. Perhaps searching can help.
page-not-found-oops = Oops! That page can’t be found.
nothing-at-location = It looks like nothing was found at this location. Maybe try a search?
    .alt1 = It looks like nothing was found at this location. Maybe try one of the links below or a search?
page-of = Page { $page } of { $total }
page-number = Page { $page }
pages-label = Pages:
previous-page = Previous page
next-page = Next page

## Footer and notices
proudly-powered = Proudly powered by { $service }
powered-by = Powered by { $service }
    .alt1 = Powered with { $service }
theme-by = Theme: { $title } by { $name }.
    .alt1 = Theme: { $title } by { $name }
    .alt2 = { $title } theme by { $name }
theme-label = Theme: { $title }.
    .alt1 = Theme: { $title }
blog-at-wordpress = Blog at WordPress.com.
    .alt1 = A WordPress.com site
create-free-website = Create a free website or blog at WordPress.com.
    .alt1 = Create your website with WordPress.com
design-site-like-this = Design a site like this with WordPress.com
cookies-notice = Privacy & Cookies: This site uses cookies. By continuing to use this website, you agree to their use.
cookies-more = To find out more, including how to control cookies, see here: Cookie Policy
    .alt1 = To find out more, including how to control cookies, see here:
close-and-accept = Close and accept
advertisements = Advertisements
email-share-failed = Post was not sent - check your email addresses!
email-check-failed = Email check failed, please try again
cannot-share-email = Sorry, your blog cannot share posts by email.
send-to-email = Send to email address
customize = Customize
site-logo = Site logo
ready-to-publish = Ready to publish your first post? Get started here.
hello-world = Hello world!
uncategorized = Uncategorized
    .alt1 = Uncategorised
just-another-site = Just another WordPress site
    .alt1 = Just another WordPress.com site
