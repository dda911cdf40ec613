### What visitors see on blogs made with Blogger.
###
### Written from what pages show; an attribute is a further wording (.alt1, .alt2 …) or, under any other name,
### faces the attribute of the same name. A raw placeholder of a page (%s, %d) stands for the variable in its place.
###
### $date (Date)
### $name (Name)
### $query (Title)
### $tags (Title)
### $time (Date)
### $title (Title)

## Blogger
posted-by-at = Posted by { $name } at { $time }
newer-post = Newer post
older-post = Older post
subscribe-to-atom = Subscribe to: Post Comments (Atom)
    .posts = Subscribe to: Posts (Atom)
    .comments = Subscribe to: Comments (Atom)
subscribe-to = Subscribe to:
blog-this = BlogThis!
labels = Labels: { $tags }
labels-plain = Labels
blog-archive = Blog archive
about-me = About me
view-my-profile = View my complete profile
    .alt1 = Visit profile
    .alt2 = View profile
    .alt3 = View my profile
search-this-blog = Search this blog
total-pageviews = Total pageviews
    .alt1 = Total page views
popular-posts = Most popular posts
    .alt1 = Popular posts from this blog
comment-as = Comment as: { $title }
comment-as-plain = Comment as:
enter-comment = Enter comment
publish = Publish
    .alt1 = Post it
preview = Preview
notify-me = Notify me
sign-out-google = Sign out of Google
comment-removed = This comment has been removed by the author.
    .admin = This comment has been removed by a blog administrator.
new-comments-not-allowed = New comments are not allowed.
    .alt1 = New comments are not allowed.*
    .alt2 = Note: Only a member of this blog may post a comment.
create-a-link = Create a link
    .alt1 = Links to this post
powered-by-blogger = Powered by Blogger
    .alt1 = Powered by Blogger.
theme-images-by = Theme images by { $name }
    .alt1 = Theme images by { $name }.
    .alt2 = Template images by { $name }
simple-theme = Simple theme. Powered by Blogger.
    .awesome = Awesome Inc. theme. Powered by Blogger.
    .ethereal = Ethereal theme. Powered by Blogger.
    .picture = Picture Window theme. Powered by Blogger.
    .travel = Travel theme. Powered by Blogger.
report-abuse = Report abuse
    .alt1 = Report an abuse
followers-plain = Followers
    .alt1 = Subscribers
follow-by-email = Get new posts by email
show-posts-with-label = Showing posts with label { $title }. Show all posts
    .alt1 = Showing posts with the label { $title }
    .alt2 = Posts with the label { $title }
    .alt3 = Showing posts with label { $title }
showing-posts-from = Showing posts from { $date }
    .alt1 = Posts from { $date }
    .alt2 = Showing posts from { $date }. Show all posts
showing-matching = Showing posts matching the search for { $query }
    .alt1 = Showing posts sorted by relevance for query { $query }
show-all-posts = Show all posts
no-posts-matching = No posts matching the query: { $query }
    .alt1 = No posts matching the query: { $query }. Show all posts
nothing-here = There’s nothing here!
quick-edit = Quick edit
skip-to-main-content = Skip to main content
    .alt1 = Skip to the main content
    .alt2 = Go to main content
skip-to-content = Skip to content
    .alt1 = Skip to the content
    .alt2 = Jump to content
    .alt3 = Go to content
skip-to-sidebar = Skip to sidebar
skip-to-navigation = Skip to navigation
    .alt1 = Skip to menu
skip-to-search = Skip to search
skip-to-footer = Skip to footer
    .alt1 = Go to footer
unknown-said = Unknown said…
    .alt1 = Anonymous said…
anonymous = Anonymous
unknown-author = Unknown
said = { $name } said…
cookies-google = This site uses cookies from Google to deliver its services and to analyze traffic.
    .alt1 = This site uses cookies from Google to deliver its services and analyze traffic.
got-it = Got it
    .alt1 = Got it!
    .alt2 = OK, got it
learn-more = Learn more
    .alt1 = Find out more
more-information = More information
    .short = More info
    .details = More details
archive-month = Archive for month { $date }
translate = Translate
    .alt1 = Translate this page
contact-form-name = Contact form
contact-form-message = Message
wikipedia-search = Wikipedia search results
