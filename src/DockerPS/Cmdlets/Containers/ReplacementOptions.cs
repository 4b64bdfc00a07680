using System;

namespace DockerPS.Cmdlets.Containers;

/// <summary>How a container is replaced.</summary>
/// <param name="Always">Also where nothing is new.</param>
/// <param name="KeepOld">The old one is kept, stopped and under another name.</param>
/// <param name="Timeout">The longest wait for the new one to be well; null for no limit.</param>
internal sealed record ReplacementOptions(bool Always, bool KeepOld, TimeSpan? Timeout);
