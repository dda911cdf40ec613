//! Asking a server for embeddings: batches, time limits, retries, and a key that goes nowhere it should not.
//!
//! A key is sent to `https` servers and to this machine only. Redirections are not followed: they could carry texts and
//! key elsewhere. What may pass by itself (too many requests, an overloaded server, a broken line) is asked again after
//! a pause that doubles, or that the server names (`Retry-After`, RFC 9110); everything else is said at once.

use std::io;
use std::net::IpAddr;
use std::thread;
use std::time::Duration;

use serde::Serialize;
use ureq::Agent;
use ureq::http::Uri;

use super::reply;
use crate::message::Message;

crate::messages! { MESSAGES;
    bad_url = "embeddings-bad-url" (url);
    insecure = "embeddings-insecure" (url);
    no_https = "embeddings-no-https" (url);
    unreachable = "embeddings-unreachable" (url, detail);
    timeout = "embeddings-timeout" (url, seconds);
    status = "embeddings-status" (url, code, detail);
    too_large = "embeddings-too-large" (url, limit);
}

/// Most texts in a request.
const BATCH: usize = 64;
/// Most bytes of text in a request, unless one text alone is longer.
const BATCH_BYTES: usize = 48 * 1024;
/// Largest answer that is read, in bytes: 64 rows of 8192 numbers in full take a quarter of it.
const LARGEST: u64 = 48 << 20;
/// The longest pause that a server may ask for.
const LONGEST: Duration = Duration::from_secs(60);
/// How often a request is sent at most.
const TRIES: u32 = 4;

/// A server of embeddings.
#[derive(Clone, PartialEq, Eq)]
pub struct EmbeddingServer {
    /// Its address, with or without `/v1/embeddings`.
    pub url: String,
    /// The model to ask for; the server's own choice where none is named.
    pub model: Option<String>,
    /// The key that it wants.
    pub key: Option<String>,
}

/// The key is not shown.
impl std::fmt::Debug for EmbeddingServer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (url, model) = (&self.url, &self.model);
        f.debug_struct("EmbeddingServer")
            .field("url", url)
            .field("model", model)
            .finish_non_exhaustive()
    }
}

/// How long is waited.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patience {
    /// For an answer, all in all.
    pub(super) answer: Duration,
    /// Before the second try; twice as long before each that follows.
    pub(super) pause: Duration,
}

const PATIENCE: Patience =
    Patience { answer: Duration::from_secs(120), pause: Duration::from_millis(500) };

/// A server that may be asked.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    endpoint: String,
    server: EmbeddingServer,
    patience: Patience,
}

#[derive(Serialize)]
struct Request<'a> {
    model: &'a str,
    input: &'a [&'a str],
    encoding_format: &'static str,
}

/// Why a request failed, and whether it may be sent again.
struct Failure {
    message: Message,
    passing: bool,
    /// The pause that the server asks for.
    pause: Option<Duration>,
}

impl Client {
    /// Gets ready; nothing is sent yet.
    ///
    /// # Errors
    ///
    /// Where the address cannot be used, or the key would travel in the open.
    pub fn new(server: EmbeddingServer) -> Result<Self, Message> {
        Self::patient(server, PATIENCE)
    }

    pub(super) fn patient(server: EmbeddingServer, patience: Patience) -> Result<Self, Message> {
        let endpoint = endpoint(&server)?;
        let config = Agent::config_builder()
            .timeout_global(Some(patience.answer))
            .max_redirects(0)
            .http_status_as_error(false)
            .user_agent(concat!("visavis/", env!("CARGO_PKG_VERSION")));
        let agent = Agent::new_with_config(secured(config).build());
        Ok(Self { agent, endpoint, server, patience })
    }

    /// The address that is asked.
    pub fn shown(&self) -> &str {
        &self.endpoint
    }

    /// A row of numbers for every text; `width` is their length, known from before or from the first.
    ///
    /// # Errors
    ///
    /// Where the server cannot be reached, refuses, or answers something else than such rows.
    pub fn embed(
        &self,
        texts: &[&str],
        width: &mut Option<usize>,
        watch: &dyn Fn(usize),
    ) -> Result<Vec<Vec<f32>>, Message> {
        let mut out = Vec::with_capacity(texts.len());
        let mut rest = texts;
        while !rest.is_empty() {
            let (batch, behind) = rest.split_at(batch_of(rest));
            let body = self.asked(batch)?;
            out.extend(reply::rows(&body, batch.len(), width, &self.endpoint)?);
            rest = behind;
            watch(out.len());
        }
        Ok(out)
    }

    /// The answer to a request, which is sent again where that may help.
    fn asked(&self, texts: &[&str]) -> Result<Vec<u8>, Message> {
        let model = self.server.model.as_deref().unwrap_or("default");
        let request = Request { model, input: texts, encoding_format: "float" };
        let body = serde_json::to_vec(&request).unwrap_or_default();
        let mut pause = self.patience.pause;
        for _ in 1..TRIES {
            match self.sent(&body) {
                Err(failure) if failure.passing => thread::sleep(failure.pause.unwrap_or(pause)),
                other => return other.map_err(|failure| failure.message),
            }
            pause *= 2;
        }
        self.sent(&body).map_err(|failure| failure.message)
    }

    fn sent(&self, body: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut request =
            self.agent.post(&self.endpoint).header("Content-Type", "application/json");
        if let Some(key) = &self.server.key {
            request = request.header("Authorization", format!("Bearer {key}"));
        }
        let mut answer = request.send(body).map_err(|error| self.failure(&error))?;
        let code = answer.status().as_u16();
        let asked = answer.headers().get("Retry-After").and_then(|value| value.to_str().ok());
        let asked = asked.and_then(|value| value.trim().parse().ok()).map(Duration::from_secs);
        let read = answer.body_mut().with_config().limit(LARGEST).read_to_vec();
        let read = read.map_err(|error| self.failure(&error));
        if code == 200 {
            return read;
        }
        let detail = reply::explanation(&read.unwrap_or_default());
        // Who says "in an hour" is not waited for.
        let soon = asked.is_none_or(|pause| pause <= LONGEST);
        let passing = (code == 408 || code == 429 || code >= 500) && soon;
        let message = status(&self.endpoint, u32::from(code), detail);
        Err(Failure { message, passing, pause: asked })
    }

    fn failure(&self, error: &ureq::Error) -> Failure {
        let url = &self.endpoint;
        let seconds = self.patience.answer.as_secs();
        let (message, passing) = match error {
            ureq::Error::Timeout(_) => (timeout(url, seconds), true),
            ureq::Error::Io(error) if error.kind() == io::ErrorKind::TimedOut => {
                (timeout(url, seconds), true)
            }
            ureq::Error::BodyExceedsLimit(_) => {
                (too_large(url, format!("{} MiB", LARGEST >> 20)), false)
            }
            ureq::Error::Io(_) | ureq::Error::ConnectionFailed => {
                (unreachable(url, error.to_string()), true)
            }
            _ => (unreachable(url, error.to_string()), false),
        };
        Failure { message, passing, pause: None }
    }
}

/// How many of the texts go into one request; one at least.
fn batch_of(texts: &[&str]) -> usize {
    let mut bytes = 0;
    let fitting = texts.iter().take(BATCH).take_while(|text| {
        bytes += text.len();
        bytes <= BATCH_BYTES
    });
    fitting.count().max(1)
}

/// The whole address, if it may be used.
fn endpoint(server: &EmbeddingServer) -> Result<String, Message> {
    let bare = server.url.trim().trim_end_matches('/');
    let Ok(uri) = bare.parse::<Uri>() else { return Err(bad_url(&server.url)) };
    let (Some(host), None) = (uri.host(), uri.query()) else { return Err(bad_url(&server.url)) };
    match uri.scheme_str() {
        Some("https") if cfg!(feature = "https") => {}
        Some("https") => return Err(no_https(&server.url)),
        Some("http") if server.key.is_none() || is_this_machine(host) => {}
        Some("http") => return Err(insecure(&server.url)),
        _ => return Err(bad_url(&server.url)),
    }
    let path = uri.path().trim_end_matches('/');
    Ok(if path.ends_with("/embeddings") {
        bare.to_owned()
    } else if path.is_empty() {
        format!("{bare}/v1/embeddings")
    } else {
        format!("{bare}/embeddings")
    })
}

fn is_this_machine(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let address = bare.parse::<IpAddr>();
    bare.eq_ignore_ascii_case("localhost") || address.is_ok_and(|address| address.is_loopback())
}

type Builder = ureq::config::ConfigBuilder<ureq::typestate::AgentScope>;

/// With the system's own certificates.
#[cfg(feature = "https")]
fn secured(config: Builder) -> Builder {
    use std::sync::Arc;

    use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};

    let found = rustls_native_certs::load_native_certs().certs;
    let certificates: Vec<Certificate<'static>> =
        found.iter().map(|der| Certificate::from_der(der.as_ref()).to_owned()).collect();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::new_with_certs(&certificates))
        .unversioned_rustls_crypto_provider(provider)
        .build();
    config.tls_config(tls)
}

#[cfg(not(feature = "https"))]
fn secured(config: Builder) -> Builder {
    config
}
