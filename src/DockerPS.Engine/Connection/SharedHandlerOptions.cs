namespace DockerPS.Connection;

/// <summary>The typed client asks for options of a transport; this one has none.</summary>
internal sealed class SharedHandlerOptions;
