using System.Collections;

namespace DockerPS;

/// <summary>Makes an <see cref="AuxiliaryAddress"/> of text, or of a hashtable with one entry.</summary>
internal sealed class AuxiliaryAddressConverter : NotationConverter<AuxiliaryAddress>
{
    protected override string Form => AuxiliaryAddress.Form;

    protected override AuxiliaryAddress FromText(string text) => new(text);

    protected override AuxiliaryAddress? FromTable(IDictionary table) => KeyValueEntry.Text(table) is { } text ? new(text) : null;
}
