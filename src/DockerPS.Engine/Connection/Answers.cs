using System;
using System.Buffers;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;
using DockerPS.Streams;

namespace DockerPS.Connection;

/// <summary>Reads whole answers into a rented buffer: for large lists faster than reading JSON from the stream.</summary>
internal static class Answers
{
    private const int FirstSize = 64 * 1024;

    /// <summary>Reads an answer's JSON.</summary>
    public static Task<T> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, EngineEndpoint endpoint, CancellationToken cancel) =>
        ReadAsync(answer, bytes => JsonSerializer.Deserialize(bytes.Span, type)!, endpoint, cancel);

    /// <summary>Reads an answer and makes something of its bytes, which are only lent.</summary>
    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer, Func<ReadOnlyMemory<byte>, T> make, EngineEndpoint endpoint, CancellationToken cancel)
    {
        var buffer = Rent(answer.Content.Headers.ContentLength);
        try
        {
            var length = 0;
            using var stream = await OpenAsync(answer, cancel).ConfigureAwait(false);
            for (int read; (read = await ReadAsync(stream, buffer, length, cancel).ConfigureAwait(false)) > 0;)
            {
                length += read;
                MakeRoom(ref buffer, length);
            }

            return Make(new ReadOnlyMemory<byte>(buffer, 0, length), make, endpoint);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, endpoint, cancel) is { } known)
        {
            throw known;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads an answer, blocking, and makes something of its bytes, which are only lent.</summary>
    public static T Read<T>(AnswerBody body, Func<ReadOnlyMemory<byte>, T> make, EngineEndpoint endpoint)
    {
        var buffer = Rent(body.Length);
        try
        {
            var length = 0;
            for (int read; (read = body.Read(buffer, length, buffer.Length - length)) > 0;)
            {
                length += read;
                MakeRoom(ref buffer, length);
            }

            return Make(new ReadOnlyMemory<byte>(buffer, 0, length), make, endpoint);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Rent(long? length) => ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(length + 1 ?? FirstSize, 1), 64 * 1024 * 1024));

    private static void MakeRoom(ref byte[] buffer, int length)
    {
        if (length < buffer.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        Buffer.BlockCopy(buffer, 0, larger, 0, length);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }

    private static T Make<T>(ReadOnlyMemory<byte> bytes, Func<ReadOnlyMemory<byte>, T> make, EngineEndpoint endpoint)
    {
        try
        {
            return make(bytes) ?? throw new DockerException(DockerError.InvalidAnswer, $"The engine {endpoint.Name} answered with nothing.");
        }
        catch (JsonException failure)
        {
            throw new DockerException(DockerError.InvalidAnswer, $"The answer of the engine {endpoint.Name} can't be understood: {failure.Message}", failure);
        }
    }

    /// <summary>The answer's body as a stream.</summary>
    public static Task<Stream> OpenAsync(HttpResponseMessage answer, CancellationToken cancel) =>
#if NET
        answer.Content.ReadAsStreamAsync(cancel);
#else
        answer.Content.ReadAsStreamAsync();
#endif

    /// <summary>The next line of an answer that comes line by line; null at its end.</summary>
    public static async Task<string?> ReadLineAsync(StreamReader lines, EngineEndpoint endpoint, CancellationToken cancel)
    {
        try
        {
#if NET
            return await lines.ReadLineAsync(cancel).ConfigureAwait(false);
#else
            return await lines.ReadLineAsync().ConfigureAwait(false);
#endif
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception failure) when (Failures.OfConnection(failure, endpoint, cancel) is { } known)
        {
            throw known;
        }
    }

    private static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int offset, CancellationToken cancel) =>
#if NET
        stream.ReadAsync(buffer.AsMemory(offset), cancel);
#else
        new(stream.ReadAsync(buffer, offset, buffer.Length - offset, cancel));
#endif
}
