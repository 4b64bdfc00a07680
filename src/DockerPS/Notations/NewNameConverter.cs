namespace DockerPS;

/// <summary>Makes a <see cref="NewName"/> of text.</summary>
internal sealed class NewNameConverter : NotationConverter<NewName>
{
    protected override string Form => NewName.Form;

    protected override NewName FromText(string text) => new(text);
}
