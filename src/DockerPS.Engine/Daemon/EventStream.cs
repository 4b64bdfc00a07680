using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;

namespace DockerPS.Daemon;

/// <summary>
/// Reads an engine's events over as many connections as it takes. Each later one asks again from a little before the last event, since the engine does not keep them
/// strictly by time, and leaves out what was given already. Where a connection breaks before it says anything new, the next one asks from later on: else none might get beyond.
/// </summary>
internal sealed class EventStream(EngineClient client, EventQuery query, Action<DockerEvent> heard, Action<DockerException?> state)
{
    private const long Overlap = 2_000_000_000;

    /// <summary>More than an engine keeps.</summary>
    private const int Remembered = 4096;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private readonly HashSet<(long, string?, string?, string?)> _given = [];
    private readonly Queue<(long, string?, string?, string?)> _order = new();
    private readonly EventFilter _filter = new(query.Filters);
    private long _first;
    private long _last;

    /// <summary>What the engine still has, up to now or to the query's end.</summary>
    public async Task ReadAsync(CancellationToken cancel)
    {
        var until = query.Until ?? await NowAsync(cancel).ConfigureAwait(false);
        await ConnectAsync(query.Since ?? "0", until, follow: false, connected: null, cancel).ConfigureAwait(false);
    }

    /// <summary>What comes, until the query's end or a cancellation.</summary>
    public async Task FollowAsync(CancellationToken cancel)
    {
        // Said explicitly, so that a connection that breaks before its first event loses nothing either.
        var since = query.Since ?? await NowAsync(cancel).ConfigureAwait(false);
        _first = _last = Nanoseconds(since);
        var pause = FirstPause;
        var overlap = Overlap;
        for (var connected = false; ;)
        {
            var before = _last;
            try
            {
                await ConnectAsync(
                    since,
                    query.Until,
                    follow: !IsOver(),
                    () =>
                    {
                        connected = true;
                        pause = FirstPause;
                        state(null);
                    },
                    cancel).ConfigureAwait(false);
                if (IsOver())
                {
                    return;
                }

                state(Failures.Lost(client.Endpoint, inner: null));
            }
            catch (DockerException failure) when (connected && IsOfConnection(failure))
            {
                state(failure);
            }

            await Task.Delay(pause, cancel).ConfigureAwait(false);
            pause = pause + pause < LongestPause ? pause + pause : LongestPause;
            overlap = _last > before ? Overlap : overlap / 2;
            since = Text(Math.Max(_first, _last - overlap));
        }
    }

    private static bool IsOfConnection(DockerException failure) =>
        failure.Error is DockerError.ConnectionLost or DockerError.EngineUnreachable || failure.StatusCode >= 500;

    private static long Nanoseconds(string unix) =>
        (long)(decimal.Parse(unix, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * 1_000_000_000m);

    private static string Text(long nanoseconds) =>
        (nanoseconds / 1_000_000_000).ToString(CultureInfo.InvariantCulture) + "." + (nanoseconds % 1_000_000_000).ToString("D9", CultureInfo.InvariantCulture);

    // The engine ends the answer at the time that was asked for; an end before it is a broken connection.
    private bool IsOver() => query.Until is { } until && Nanoseconds(until) <= (DateTime.UtcNow.Ticks - 621_355_968_000_000_000) * 100;

    // The engine's clock and not ours: with a time that lies ahead of it the engine would wait until then.
    private async Task<string> NowAsync(CancellationToken cancel)
    {
        var info = await client.GetAsync("/info", EngineJson.Default.InfoJson, Subject.Engine, cancel).ConfigureAwait(false);
        return TimePoint.TryParse(info.SystemTime, out var now) ? now.ToUnixText(DateTimeOffset.UtcNow) : new TimePoint(DateTimeOffset.UtcNow).ToUnixText(DateTimeOffset.UtcNow);
    }

    private async Task ConnectAsync(string since, string? until, bool follow, Action? connected, CancellationToken cancel)
    {
        var path = new Query("/events").Add("since", since);
        Func<DockerEvent, bool> wanted = _ => true;
        if ((await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman)
        {
            // It stops at a time that is past before it has told anything, and takes few filters, and those by words of its own.
            path.Add("stream", follow ? null : "false").Add("until", follow ? until : null);
            var last = until is null ? long.MaxValue : Nanoseconds(until);
            wanted = happened => happened.TimeNano <= last && _filter.Passes(happened);
        }
        else
        {
            path.Add("until", until).AddFilters(query.Filters);
        }

        using var answer = await client.SendLastingAsync(HttpMethod.Get, path.ToString(), Subject.Engine, cancel).ConfigureAwait(false);
        connected?.Invoke();
        using var stream = await Answers.OpenAsync(answer, cancel).ConfigureAwait(false);
        using var stop = cancel.Register(answer.Dispose);
        using var lines = new StreamReader(stream);
        while (await Answers.ReadLineAsync(lines, client.Endpoint, cancel).ConfigureAwait(false) is { } line)
        {
            if (line.Length > 0)
            {
                Hear(Read(line), wanted);
            }
        }

        cancel.ThrowIfCancellationRequested();
    }

    private EventJson Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, EngineJson.Default.EventJson) ?? throw new JsonException("An event is null.");
        }
        catch (JsonException failure)
        {
            // The rest of the line did not come: the connection broke in its middle.
            throw Failures.Lost(client.Endpoint, failure);
        }
    }

    private void Hear(EventJson item, Func<DockerEvent, bool> wanted)
    {
        var key = (item.TimeNano, item.Type, item.Action, item.Actor?.Id);
        if (item.TimeNano < _first || !_given.Add(key))
        {
            return;
        }

        _order.Enqueue(key);
        if (_order.Count > Remembered)
        {
            _given.Remove(_order.Dequeue());
        }

        _last = Math.Max(_last, item.TimeNano);
        if (EventMapping.ToEvent(item, client.Endpoint.Name) is var happened && wanted(happened))
        {
            heard(happened);
        }
    }
}
