using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Connection;
using DockerPS.Engine;
using DockerPS.Registries;
using DockerPS.Streams;

namespace DockerPS.Builds;

/// <summary>What one engine does to build images.</summary>
internal sealed partial class BuildOperations(EngineClient client, IImageOperations images) : IBuildOperations
{
    private const string BuildKitVersion = "2";

    public async Task<IReadOnlyList<ContainerImage>> BuildAsync(BuildSpecification specification, Action<BuildEvent>? progress, CancellationToken cancel)
    {
        var buildKit = await ChooseAsync(specification, cancel).ConfigureAwait(false);
        BuildRules.Check(specification, buildKit);
        var context = ContextPreparation.Prepare(specification, buildKit);
        var podman = (await client.GreetingAsync(cancel).ConfigureAwait(false)).IsPodman;
        // What its own builder knows Podman says itself.
        if (!buildKit && !podman && context.Dockerfile?.FirstForBuildKitOnly() is { } unknown)
        {
            throw new DockerException(DockerError.InvalidDockerfile, $"The Dockerfile asks for what only BuildKit knows, and the classic builder builds. {unknown}.")
            { Engine = client.Endpoint.Name, Remedy = "Build with -Builder BuildKit, or write the instruction without it." };
        }

        if (context.Warning is { } warning)
        {
            progress?.Invoke(new BuildEvent { Kind = BuildEventKind.Warning, Text = warning });
        }

        // The image that is pulled is the one that is there.
        var isPulled = buildKit && context.Dockerfile is not null;
        if (isPulled)
        {
            await new BasePulls(images).RunAsync(BaseImages.Needed(context.Dockerfile!, specification.Arguments, specification.Target), specification, progress, cancel).ConfigureAwait(false);
        }

        var path = BuildRequest.Path(specification, context, buildKit, Guid.NewGuid().ToString("N"), specification.Pull && !isPulled, podman);
        var header = !buildKit && Logins(specification, context) is { Count: > 0 } logins ? AuthenticationHeader.OfBuild(logins) : null;
        var id = await SendAsync(new HotRequest("POST", path, Chunked: "application/x-tar", Header: header), context, buildKit, progress, cancel).ConfigureAwait(false);
        return await ResultAsync(id, specification.Tags, cancel).ConfigureAwait(false);
    }

    private async Task<bool> ChooseAsync(BuildSpecification specification, CancellationToken cancel)
    {
        var greeting = await client.GreetingAsync(cancel).ConfigureAwait(false);
        var windows = string.Equals(greeting.OperatingSystem, "windows", StringComparison.OrdinalIgnoreCase);
        return specification.Builder switch
        {
            ImageBuilder.BuildKit when windows => throw new DockerException(
                DockerError.NotSupportedByEngine, $"The engine {client.Endpoint.Name} runs Windows containers: only the classic builder builds those.")
            { Engine = client.Endpoint.Name },
            ImageBuilder.BuildKit when greeting.IsPodman => throw new DockerException(DockerError.NotSupportedByEngine, $"The engine {client.Endpoint.Name} is Podman, which has no BuildKit.")
            { Engine = client.Endpoint.Name, Remedy = "Leave -Builder out: Podman's own builder is asked as Docker's classic one is." },
            ImageBuilder.BuildKit => true,
            ImageBuilder.Classic => false,
            _ => !windows && !greeting.IsPodman && (Environment.GetEnvironmentVariable("DOCKER_BUILDKIT") switch
            {
                "0" or "false" => false,
                "1" or "true" => true,
                _ => greeting.Builder == BuildKitVersion,
            }),
        };
    }

    // Where the base images are known no registry's login is shown that is not among theirs.
    private static List<RegistryLogin> Logins(BuildSpecification specification, BuildContext context) => context.Dockerfile is { } dockerfile
        ? BaseImages.Of(dockerfile, specification.Arguments).Select(one => one.Image.Registry).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(registry => specification.Login?.Invoke(registry)).OfType<RegistryLogin>().ToList()
        : [.. specification.AllLogins?.Invoke() ?? []];

    private async Task<string> SendAsync(HotRequest request, BuildContext context, bool buildKit, Action<BuildEvent>? progress, CancellationToken cancel)
    {
        var greeting = await client.GreetingAsync(cancel).ConfigureAwait(false);
        request = request with { PathAndQuery = "/v" + greeting.UsedApiVersion + request.PathAndQuery };
        BuildProgress said = buildKit ? new BuildKitProgress(progress) : new ClassicProgress(progress);
        cancel.ThrowIfCancellationRequested();
        using var upload = UploadStream.Open(client.Endpoint, request, Subject.Engine, cancel);
        try
        {
            context.Write?.Invoke(upload, sent => progress?.Invoke(new BuildEvent { Kind = BuildEventKind.Sending, Current = sent, Total = context.Length }));
            Hear(new AnswerLines(new AnswerBody(upload.Finish())), said);
        }
        catch (DockerException failure) when (failure.BuildStep is null)
        {
            cancel.ThrowIfCancellationRequested();
            throw BuildFailures.Of(failure, client.Endpoint);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }

        cancel.ThrowIfCancellationRequested();
        return said.ImageId ?? throw Failures.Lost(client.Endpoint, inner: null);
    }

    private void Hear(AnswerLines lines, BuildProgress said)
    {
        while (lines.Read(out var line))
        {
            BuildMessage message;
            try
            {
                message = JsonSerializer.Deserialize(line.Span, EngineJson.Default.BuildMessage) ?? throw new JsonException("A message is null.");
            }
            catch (JsonException failure)
            {
                throw Failures.Lost(client.Endpoint, failure);
            }

            if (message.Error is { Length: > 0 } error)
            {
                throw BuildFailures.Of(message.Detail?.Message ?? error, message.Detail?.Code, said, client.Endpoint);
            }

            said.Hear(message);
        }
    }

    // The id is said before the names are given: an answer that ends between both was cut.
    private async Task<IReadOnlyList<ContainerImage>> ResultAsync(string id, IReadOnlyList<string> tags, CancellationToken cancel)
    {
        var all = await images.ListAsync(new ImageQuery { All = true }, cancel).ConfigureAwait(false);
        var whole = all.FirstOrDefault(image => image.ImageId == id || image.ImageId.StartsWith("sha256:" + id, StringComparison.Ordinal))?.ImageId;
        var built = all.Where(image => image.ImageId == whole).ToList();
        var named = tags.Select(tag => built.Find(image => IsNamed(image, tag))).ToList();
        return built.Count == 0 || named.Exists(image => image is null) ? throw Failures.Lost(client.Endpoint, inner: null)
            : named.Count > 0 ? named.OfType<ContainerImage>().ToList()
            : built.GetRange(0, 1);
    }

    private static bool IsNamed(ContainerImage image, string tag) =>
        image.Repository is { } repository && new ImageReference(repository + ":" + image.Tag).Equals(new ImageReference(tag));
}
