using System.Collections.Generic;

namespace DockerPS.Completion;

/// <summary>Completes the log drivers that docker brings.</summary>
public sealed class LogDriverCompleter : WordCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<(string Word, string Meaning)> Words(CompletionRequest request) =>
    [
        ("json-file", "A file of JSON lines; the default of most engines"),
        ("local", "A compact file that is rotated by itself"),
        ("none", "Nowhere: there is no log to read"),
        ("journald", "The journal of systemd"),
        ("syslog", "A syslog server"),
        ("gelf", "A GELF server, such as Graylog or Logstash"),
        ("fluentd", "A fluentd server"),
        ("awslogs", "Amazon CloudWatch"),
        ("gcplogs", "Google Cloud Logging"),
        ("splunk", "Splunk's HTTP event collector"),
        ("etwlogs", "Event Tracing for Windows"),
    ];
}
