namespace DockerPS.Shell.Commands.Items;

public enum PathKind
{
    Any,
    Container,
    Leaf,
}
