namespace DockerPS;

/// <summary>
/// Makes a <see cref="ContainerName"/> of text only. A container object is refused, because its name is taken already;
/// and a number, because 0123 in a list would silently make a container named 123.
/// </summary>
internal sealed class ContainerNameConverter : NotationConverter<ContainerName>
{
    protected override string Form => ContainerName.Form;

    protected override ContainerName FromText(string text) => new(text);
}
