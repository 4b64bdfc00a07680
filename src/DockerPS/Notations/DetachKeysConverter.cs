namespace DockerPS;

/// <summary>Makes <see cref="DetachKeys"/> of text.</summary>
internal sealed class DetachKeysConverter : NotationConverter<DetachKeys>
{
    protected override string Form => DetachKeys.Form;

    protected override DetachKeys FromText(string text) => new(text);
}
