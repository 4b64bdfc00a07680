namespace DockerPS;

/// <summary>Makes an <see cref="ExposedPort"/> of text or a port's number.</summary>
internal sealed class ExposedPortConverter : NotationConverter<ExposedPort>
{
    protected override string Form => ExposedPort.Form;

    protected override ExposedPort FromText(string text) => new(text);

    protected override ExposedPort? FromNumber(object number, string? text) =>
        ArgumentText.IsInteger(number) ? new(ArgumentText.IntegerText(number)) : base.FromNumber(number, text);
}
