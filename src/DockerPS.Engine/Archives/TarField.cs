namespace DockerPS.Archives;

/// <summary>Where a field stands in a header.</summary>
internal sealed record TarField(int Offset, int Length);
