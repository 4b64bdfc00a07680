namespace DockerPS;

/// <summary>Makes a <see cref="MacAddress"/> of text.</summary>
internal sealed class MacAddressConverter : NotationConverter<MacAddress>
{
    protected override string Form => MacAddress.Form;

    protected override MacAddress FromText(string text) => new(text);
}
