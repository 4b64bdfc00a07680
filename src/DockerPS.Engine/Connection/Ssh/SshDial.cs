using System;
using System.Collections.Concurrent;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Connection.Ssh;

/// <summary>
/// Connects through the system's ssh and <c>docker system dial-stdio</c> at the far side. A connection is handed over when the engine has answered a first word on it: so a
/// failure of ssh is told apart from one of a request, and logins that wait for one another do not fill the far side's list.
/// </summary>
internal static class SshDial
{
    private const int LoginsAtOnce = 6;
    private const int Attempts = 6;

    private static readonly byte[] Ping = Encoding.ASCII.GetBytes("HEAD /_ping HTTP/1.1\r\nHost: localhost\r\n\r\n");
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    public static Uri Checked(Uri address, Func<string, Exception> invalid) => SshArguments.Checked(address, invalid);

    public static async Task<SshStream> DialAsync(EngineEndpoint endpoint, CancellationToken cancel)
    {
        var gate = GateOf(endpoint);
        await gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await TryAsync(endpoint, cancel).ConfigureAwait(false);
                }
                catch (DockerException failure) when (attempt < Attempts && SshFailure.MayPass(failure))
                {
                    await Task.Delay(200 * attempt, cancel).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>As the other, with blocking calls only: what is read so afterwards is quick.</summary>
    public static SshStream Dial(EngineEndpoint endpoint, CancellationToken cancel)
    {
        var gate = GateOf(endpoint);
        gate.Wait(cancel);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return Try(endpoint, cancel);
                }
                catch (DockerException failure) when (attempt < Attempts && SshFailure.MayPass(failure))
                {
                    cancel.WaitHandle.WaitOne(200 * attempt);
                    cancel.ThrowIfCancellationRequested();
                }
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private static SemaphoreSlim GateOf(EngineEndpoint endpoint) => Gates.GetOrAdd(endpoint.Address.Authority, _ => new SemaphoreSlim(LoginsAtOnce));

    private static async Task<SshStream> TryAsync(EngineEndpoint endpoint, CancellationToken cancel)
    {
        var stream = SshStream.Start(endpoint);
        try
        {
            await stream.WriteAsync(Ping, 0, Ping.Length, cancel).ConfigureAwait(false);
            var head = new PingHead(endpoint);
            while (!head.Take(await stream.ReadAsync(head.Buffer, 0, head.Buffer.Length, cancel).ConfigureAwait(false)))
            {
            }

            stream.Answered();
            stream.HandOver();
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static SshStream Try(EngineEndpoint endpoint, CancellationToken cancel)
    {
        var stream = SshStream.Start(endpoint);
        try
        {
            using var registration = cancel.Register(stream.Dispose);
            stream.Write(Ping, 0, Ping.Length);
            var head = new PingHead(endpoint);
            while (!head.Take(stream.Read(head.Buffer, 0, head.Buffer.Length)))
            {
            }

            cancel.ThrowIfCancellationRequested();
            stream.Answered();
            return stream;
        }
        catch
        {
            stream.Dispose();
            cancel.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>The answer to the first word: only its end counts, as the request itself asks again.</summary>
    private sealed class PingHead(EngineEndpoint endpoint)
    {
        private readonly StringBuilder _text = new();

        public byte[] Buffer { get; } = new byte[4096];

        /// <summary>Takes what was read.</summary>
        /// <returns>True at the end of the answer.</returns>
        public bool Take(int read)
        {
            if (read == 0)
            {
                throw Failures.Lost(endpoint, inner: null);
            }

            _text.Append(Encoding.ASCII.GetString(Buffer, 0, read));
            return _text.Length <= 16 * 1024
                ? _text.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal)
                : throw new DockerException(DockerError.InvalidAnswer, $"What answers at {endpoint.Address.OriginalString} is no Docker engine.") { Engine = endpoint.Name };
        }
    }
}
