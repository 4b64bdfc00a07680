using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net.Http;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Connection.Tls;

/// <summary>Encrypts a fresh connection, and says what is wrong when that fails.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream is handed over, or disposed where the dial fails.")]
internal sealed class TlsDial
{
    private readonly EngineEndpoint _endpoint;
    private readonly FirstByteStream _first;
    private readonly SslStream _stream;
    private DockerException? _refusal;
    private bool _askedInVain;

    private TlsDial(Stream plain, EngineEndpoint endpoint)
    {
        _endpoint = endpoint;
        _first = new FirstByteStream(plain);
#if NET
        _stream = new SslStream(_first, leaveInnerStreamOpen: false);
#else
        _stream = new SslStream(_first, leaveInnerStreamOpen: false, Check, Choose);
#endif
    }

    /// <summary>Encrypts with blocking calls. On failure the connection is closed.</summary>
    public static SslStream Encrypt(Stream plain, EngineEndpoint endpoint)
    {
        var dial = new TlsDial(plain, endpoint);
        try
        {
#if NET
            dial._stream.AuthenticateAsClient(dial.Options());
#else
            dial._stream.AuthenticateAsClient(endpoint.Address.DnsSafeHost, dial.Own(), SslProtocols.Tls12, checkCertificateRevocation: false);
#endif
            return dial.Checked();
        }
        catch (Exception failure)
        {
            dial._stream.Dispose();
            throw dial.Translate(failure) ?? failure;
        }
    }

#if NET
    /// <summary>Encrypts. On failure the connection is closed.</summary>
    public static async Task<SslStream> EncryptAsync(Stream plain, EngineEndpoint endpoint, CancellationToken cancel)
    {
        var dial = new TlsDial(plain, endpoint);
        try
        {
            await dial._stream.AuthenticateAsClientAsync(dial.Options(), cancel).ConfigureAwait(false);
            return dial.Checked();
        }
        catch (Exception failure)
        {
            await dial._stream.DisposeAsync().ConfigureAwait(false);
            throw dial.Translate(failure) ?? failure;
        }
    }

    private SslClientAuthenticationOptions Options()
    {
        var options = new SslClientAuthenticationOptions { TargetHost = _endpoint.Address.DnsSafeHost, RemoteCertificateValidationCallback = Check };
        if (_endpoint.Tls!.Certificate is { } own)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(own, [.. _endpoint.Tls.Intermediates], offline: true);
        }
        else
        {
            options.LocalCertificateSelectionCallback = Choose!;
        }

        return options;
    }
#else
    private X509CertificateCollection Own()
    {
        var own = new X509CertificateCollection();
        if (_endpoint.Tls!.Certificate is { } certificate)
        {
            own.Add(certificate);
        }

        return own;
    }
#endif

    /// <summary>The failure of a connection that an engine ended because of the client's certificate; null for others. In TLS 1.3 it says so only after the handshake.</summary>
    public static DockerException? OfRefusedCertificate(Exception failure, EngineEndpoint endpoint)
    {
        for (var inner = endpoint.Tls is null ? null : failure; inner is not null; inner = inner.InnerException)
        {
            // Each platform has an exception of its own for an alert; what they share is its name.
            if (inner is not (DockerException or HttpRequestException) && Says(inner.Message, " alert ", "certificate", "unknown ca", "handshake failure"))
            {
                return Of(endpoint.Tls!.Certificate is null ? DockerError.ClientCertificateRequired : DockerError.ClientCertificateRefused, endpoint, inner);
            }
        }

        return null;
    }

    private static bool Says(string message, params string[] words) => Array.Exists(words, word => message.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static DockerException Of(DockerError error, EngineEndpoint endpoint, Exception? inner) => new(
        error,
        error switch
        {
            DockerError.ClientCertificateRequired => $"The engine at {endpoint.Address.OriginalString} (named by {endpoint.Source}) asks for a client certificate, and none was given.",
            DockerError.ClientCertificateRefused =>
                $"The engine at {endpoint.Address.OriginalString} (named by {endpoint.Source}) refused the client certificate '{endpoint.Tls!.Certificate!.Subject}': {inner?.Message}",
            DockerError.TlsNotSpoken => $"What answers at {endpoint.Address.OriginalString} (named by {endpoint.Source}) does not speak TLS.",
            _ => $"No encrypted connection to {endpoint.Address.OriginalString} (named by {endpoint.Source}) came about: {inner?.Message}",
        },
        inner)
    { Engine = endpoint.Name };

    private bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _refusal = _endpoint.Tls!.SkipVerification ? null : ServerCheck.Judge(_endpoint, certificate, chain, errors);
        return _refusal is null;
    }

    // Called once before the engine has said anything, and again when it asks.
    private X509Certificate2? Choose(object sender, string host, X509CertificateCollection local, X509Certificate? remote, string[] issuers)
    {
        if (_endpoint.Tls!.Certificate is { } own)
        {
            return own;
        }

        _askedInVain |= remote is not null;
        return null;
    }

    // In TLS 1.3 a client may speak before the engine has looked at its certificate: one that can't show any says nothing.
    private SslStream Checked() => _askedInVain ? throw Of(DockerError.ClientCertificateRequired, _endpoint, inner: null) : _stream;

    private DockerException? Translate(Exception failure) => failure switch
    {
        DockerException known => known,
        OperationCanceledException or ObjectDisposedException => null,
        _ when _refusal is not null => _refusal,
        _ when _first.CameInPlain => Of(DockerError.TlsNotSpoken, _endpoint, failure),
        _ when _askedInVain => Of(DockerError.ClientCertificateRequired, _endpoint, failure),
        _ when OfRefusedCertificate(failure, _endpoint) is { } refused => refused,
        AuthenticationException => Of(DockerError.TlsFailed, _endpoint, failure),
        _ => null,
    };
}
