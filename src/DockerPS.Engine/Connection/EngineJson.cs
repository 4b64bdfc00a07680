using System.Collections.Generic;
using System.Text.Json.Serialization;
using DockerPS.Builds;
using DockerPS.Containers;
using DockerPS.Daemon;
using DockerPS.Streams;
using DockerPS.Images;
using DockerPS.Networks;
using DockerPS.Volumes;
using DockerPS.Registries;

namespace DockerPS.Connection;

/// <summary>The engine's answers that we read ourselves: generated code, quick from the first call, and unknown values do no harm.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ContainerInspection))]
[JsonSerializable(typeof(List<ChangeItem>))]
[JsonSerializable(typeof(StatisticsJson))]
[JsonSerializable(typeof(WaitAnswer))]
[JsonSerializable(typeof(ProcessTableJson))]
[JsonSerializable(typeof(ExecJson))]
[JsonSerializable(typeof(ExecState))]
[JsonSerializable(typeof(EventMessage))]
[JsonSerializable(typeof(VolumeListJson))]
[JsonSerializable(typeof(List<NetworkItem>))]
[JsonSerializable(typeof(DiskUsageJson))]
[JsonSerializable(typeof(DiskUsageJson.UsedImage[]))]
[JsonSerializable(typeof(DiskUsageJson.UsedContainer[]))]
[JsonSerializable(typeof(ImageInspection))]
[JsonSerializable(typeof(List<ImageHistoryItem>))]
[JsonSerializable(typeof(List<ImageRemovalItem>))]
[JsonSerializable(typeof(LoginAnswer))]
[JsonSerializable(typeof(List<SearchItem>))]
[JsonSerializable(typeof(TagListPage))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(InfoJson))]
[JsonSerializable(typeof(VersionJson))]
[JsonSerializable(typeof(EventJson))]
[JsonSerializable(typeof(ProgressMessage))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(BuildMessage))]
[JsonSerializable(typeof(BuildCachePruned))]
[JsonSerializable(typeof(List<UlimitJson>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class EngineJson : JsonSerializerContext;
