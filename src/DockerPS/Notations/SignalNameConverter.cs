namespace DockerPS;

/// <summary>Makes a <see cref="SignalName"/> of text or a number.</summary>
internal sealed class SignalNameConverter : NotationConverter<SignalName>
{
    protected override string Form => SignalName.Form;

    protected override SignalName FromText(string text) => new(text);

    protected override SignalName? FromNumber(object number, string? text) =>
        ArgumentText.IsInteger(number) ? new(ArgumentText.IntegerText(number)) : base.FromNumber(number, text);
}
