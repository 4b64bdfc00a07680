namespace DockerPS.Connection;

/// <summary>What a request is about, so that a failure names it.</summary>
internal readonly record struct Subject(SubjectKind Kind, string Name)
{
    public static Subject Container(string name) => new(SubjectKind.Container, name);

    public static Subject Path(string path) => new(SubjectKind.Path, path);

    public static Subject Image(string name) => new(SubjectKind.Image, name);

    public static Subject Network(string name) => new(SubjectKind.Network, name);

    public static Subject Volume(string name) => new(SubjectKind.Volume, name);

    public static Subject Engine { get; } = new(SubjectKind.Engine, "");
}
