//! The client against servers that misbehave: a thread each, on this machine, that answers what it is told.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use super::client::Patience;
use super::*;
use crate::message::Message;

/// What a server does with one request.
#[derive(Clone)]
enum Answer {
    Status(u16, String),
    /// Too busy; to be asked again in so many seconds.
    Later(u32),
    /// Nothing, for so long.
    Silence(Duration),
    /// So many bytes without end.
    Flood(usize),
    /// The line is cut.
    Cut,
}

/// Starts a server that gives these answers, one a request, and answers its address.
fn server(answers: Vec<Answer>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for answer in answers {
            let Ok((mut stream, _)) = listener.accept() else { return };
            read_request(&mut stream);
            let head = |code: u16, length: usize| {
                format!(
                    "HTTP/1.1 {code} X\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"
                )
            };
            let _ = match answer {
                Answer::Status(code, body) => {
                    stream.write_all(format!("{}{body}", head(code, body.len())).as_bytes())
                }
                Answer::Later(seconds) => {
                    let head = head(429, 0).replace("\r\n\r\n", "");
                    stream.write_all(format!("{head}\r\nRetry-After: {seconds}\r\n\r\n").as_bytes())
                }
                Answer::Silence(time) => {
                    thread::sleep(time);
                    Ok(())
                }
                Answer::Flood(bytes) => {
                    let _ = stream.write_all(head(200, bytes).as_bytes());
                    let chunk = vec![b'1'; 1 << 20];
                    (0..bytes >> 20).try_for_each(|_| stream.write_all(&chunk))
                }
                Answer::Cut => Ok(()),
            };
        }
    });
    format!("http://{address}")
}

fn read_request(stream: &mut impl Read) {
    let (mut seen, mut buffer) = (Vec::new(), [0u8; 4096]);
    loop {
        let Ok(count) = stream.read(&mut buffer) else { return };
        seen.extend_from_slice(&buffer[..count]);
        let text = String::from_utf8_lossy(&seen).to_lowercase();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.lines().find_map(|line| line.strip_prefix("content-length:"));
        let length: usize = length.and_then(|length| length.trim().parse().ok()).unwrap_or(0);
        if count == 0 || body.len() >= length {
            return;
        }
    }
}

fn asked(url: &str, texts: &[&str]) -> Result<Vec<Vec<f32>>, Message> {
    let patience = Patience { answer: Duration::from_millis(400), pause: Duration::from_millis(5) };
    let server = EmbeddingServer { url: url.to_owned(), model: None, key: None };
    Client::patient(server, patience).unwrap().embed(texts, &mut None, &|_| ())
}

fn ok(rows: &str) -> Answer {
    Answer::Status(200, format!("{{\"data\": [{rows}]}}"))
}

fn fails(answers: Vec<Answer>) -> &'static str {
    asked(&server(answers), &["a", "b"]).unwrap_err().id
}

#[test]
fn rows_come_in_the_order_of_the_texts() {
    let url = server(vec![ok(
        r#"{"index": 1, "embedding": [0, 1]}, {"index": 0, "embedding": [1, 0.5]}"#,
    )]);
    assert_eq!(asked(&url, &["a", "b"]), Ok(vec![vec![1.0, 0.5], vec![0.0, 1.0]]));
}

#[test]
fn an_overloaded_server_is_asked_again() {
    let good = ok(r#"{"embedding": [1]}, {"embedding": [2]}"#);
    let busy = Answer::Status(500, "busy".to_owned());
    let url = server(vec![busy.clone(), Answer::Status(429, String::new()), good]);
    assert_eq!(asked(&url, &["a", "b"]), Ok(vec![vec![1.0], vec![2.0]]));
    assert_eq!(fails(vec![busy.clone(), busy.clone(), busy.clone(), busy]), "embeddings-status");
}

#[test]
fn a_server_may_say_how_long_to_wait_if_it_is_not_too_long() {
    let good = ok(r#"{"embedding": [1]}, {"embedding": [2]}"#);
    let began = std::time::Instant::now();
    assert!(asked(&server(vec![Answer::Later(1), good.clone()]), &["a", "b"]).is_ok());
    assert!(began.elapsed() >= Duration::from_secs(1));
    assert_eq!(fails(vec![Answer::Later(3600), good]), "embeddings-status");
}

#[test]
fn of_a_page_that_says_what_is_wrong_only_the_title_is_shown() {
    let page = "<html><head><title>404 Not here</title></head><body>much more</body></html>";
    let message = asked(&server(vec![Answer::Status(404, page.to_owned())]), &["a"]).unwrap_err();
    let shown = format!("{message:?}");
    assert!(shown.contains("404 Not here") && !shown.contains('<'), "{shown}");
    assert_eq!(fails(vec![Answer::Status(200, page.to_owned())]), "embeddings-not-json");
}

#[test]
fn a_refusal_is_said_at_once_in_the_servers_words() {
    let refusal = r#"{"error": {"message": "no such model"}}"#.to_owned();
    let url = server(vec![Answer::Status(404, refusal)]);
    let message = asked(&url, &["a"]).unwrap_err();
    assert!(format!("{message:?}").contains("no such model"), "{message:?}");
}

#[test]
fn a_redirection_is_not_followed() {
    assert_eq!(fails(vec![Answer::Status(302, String::new())]), "embeddings-status");
}

#[test]
fn a_silent_server_is_not_waited_for_without_end() {
    let silence = Answer::Silence(Duration::from_millis(900));
    assert_eq!(fails(vec![silence; 4]), "embeddings-timeout");
}

#[test]
fn a_line_that_is_cut_and_a_server_that_is_not_there_are_said() {
    assert_eq!(fails(vec![Answer::Cut; 4]), "embeddings-unreachable");
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let message = asked(&format!("http://{closed}"), &["a"]).unwrap_err();
    assert_eq!(message.id, "embeddings-unreachable");
}

#[test]
fn answers_that_are_no_vectors_are_refused() {
    let cases = [
        ("<html>", "embeddings-not-json"),
        (r#"{"data": 3}"#, "embeddings-not-json"),
        (r#"{"data": [{"embedding": [NaN]}, {"embedding": [1]}]}"#, "embeddings-not-json"),
        (r#"{"data": [{"embedding": [null]}, {"embedding": [1]}]}"#, "embeddings-not-numbers"),
        (r#"{"data": [{"embedding": [1e300]}, {"embedding": [1]}]}"#, "embeddings-not-numbers"),
        (r#"{"data": [{"embedding": [1]}]}"#, "embeddings-wrong-count"),
        (r#"{"data": [{"embedding": [1]}, {"embedding": [1, 2]}]}"#, "embeddings-wrong-width"),
        (r#"{"data": [{"embedding": []}, {"embedding": []}]}"#, "embeddings-wrong-width"),
        (
            r#"{"data": [{"index": 7, "embedding": [1]}, {"index": 8, "embedding": [1]}]}"#,
            "embeddings-not-json",
        ),
    ];
    for (body, wanted) in cases {
        assert_eq!(fails(vec![Answer::Status(200, body.to_owned())]), wanted, "{body}");
    }
}

#[test]
fn an_answer_without_end_is_not_read_to_its_end() {
    let url = server(vec![Answer::Flood(60 << 20)]);
    let patience = Patience { answer: Duration::from_secs(60), pause: Duration::from_millis(5) };
    let server = EmbeddingServer { url, model: None, key: None };
    let client = Client::patient(server, patience).unwrap();
    assert_eq!(client.embed(&["a"], &mut None, &|_| ()).unwrap_err().id, "embeddings-too-large");
}

#[test]
fn a_key_travels_only_where_none_can_read_it() {
    let client = |url: &str, key: Option<&str>| {
        let key = key.map(str::to_owned);
        Client::new(EmbeddingServer { url: url.to_owned(), model: None, key })
    };
    assert_eq!(client("http://example.org/v1", Some("k")).unwrap_err().id, "embeddings-insecure");
    assert!(client("http://example.org/v1", None).is_ok());
    for host in ["localhost:80", "127.0.0.1", "[::1]:8080"] {
        assert!(client(&format!("http://{host}"), Some("k")).is_ok(), "{host}");
    }
    for url in ["", "example.org", "ftp://example.org", "http://", "http://a b"] {
        assert_eq!(client(url, None).unwrap_err().id, "embeddings-bad-url", "{url}");
    }
    let server =
        EmbeddingServer { url: String::new(), model: None, key: Some("secret".to_owned()) };
    assert!(!format!("{server:?}").contains("secret"));
}

#[test]
fn the_address_may_be_given_short_or_whole() {
    for (url, wanted) in [
        ("http://localhost:1", "http://localhost:1/v1/embeddings"),
        ("http://localhost:1/", "http://localhost:1/v1/embeddings"),
        ("http://localhost:1/v1", "http://localhost:1/v1/embeddings"),
        ("http://localhost:1/v1/embeddings", "http://localhost:1/v1/embeddings"),
    ] {
        let server = EmbeddingServer { url: url.to_owned(), model: None, key: None };
        assert_eq!(Client::new(server).unwrap().shown(), wanted);
    }
}

#[test]
fn only_sentences_with_several_clauses_are_sent_in_parts() {
    let texts = ["Nothing was signed.", "The ministers met in Tripoli, the talks went on.", "a, b"];
    let wanted = [(1, vec!["The ministers met in Tripoli,", "the talks went on."])];
    assert_eq!(several(&texts), wanted);
}

#[test]
fn clauses_go_to_the_sentences_that_they_are_of() {
    let rows: Vec<String> = (1..=4).map(|n| format!("{{\"embedding\": [{n}, 1]}}")).collect();
    let one = r#"{"embedding": [1, 1]}"#;
    let url = server(vec![ok(&rows.join(",")), ok(one)]);
    let server = EmbeddingServer { url, model: None, key: None };
    let files = crate::app::Disk;
    let mut session = Session::new(&files);
    let source = ["Nothing was signed.", "The ministers met in Tripoli, the talks went on."];
    let client = Client::new(server).unwrap();
    let found = vectors(&mut session, &client, [&source, &["Rien."]]);
    let mut wanted = Vectors::new(2, vec![1.0, 1.0, 2.0, 1.0]).unwrap();
    wanted.split(1, &[vec![3.0, 1.0], vec![4.0, 1.0]]);
    assert_eq!(found.ok(), Some([wanted, Vectors::new(2, vec![1.0, 1.0]).unwrap()]));
}
