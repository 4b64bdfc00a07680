using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DockerPS.Shell.Commands.Serialization;

/// <summary>Objects to JSON and back by PowerShell's rules: properties as PowerShell sees them, to a depth, then text.</summary>
internal static class JsonText
{
    public static JsonNode? Write(object? value, int depth, bool enumsAsStrings)
    {
        object? inner = value is PSObject wrapper ? wrapper.BaseObject : value;
        switch (inner)
        {
            case null:
                return null;
            case string or char or Guid or Uri or Version:
                return JsonValue.Create(inner.ToString());
            case DateTimeOffset time:
                return JsonValue.Create(time);
            case DateTime time:
                return JsonValue.Create(time);
            case bool flag:
                return JsonValue.Create(flag);
            case SwitchParameter flag:
                return JsonValue.Create(flag.IsPresent);
            case Enum name when enumsAsStrings:
                return JsonValue.Create(name.ToString());
            case Enum number:
                return JsonNode.Parse(number.ToString("D"));
            case IFormattable number when IsNumber(inner):
                return JsonNode.Parse(number.ToString(null, CultureInfo.InvariantCulture));
        }

        if (depth < 0)
        {
            return JsonValue.Create(LanguagePrimitives.ConvertTo<string>(value));
        }

        switch (inner)
        {
            case IDictionary entries:
                return new JsonObject(entries.Cast<DictionaryEntry>().Select(entry =>
                    KeyValuePair.Create(entry.Key.ToString()!, Write(entry.Value, depth - 1, enumsAsStrings))));
            case IEnumerable items:
                return new JsonArray([.. items.Cast<object?>().Select(item => Write(item, depth - 1, enumsAsStrings))]);
            default:
                return new JsonObject(PSObject.AsPSObject(value).Properties.Where(property => property.IsGettable).Select(property =>
                    KeyValuePair.Create(property.Name, Write(ValueOf(property), depth - 1, enumsAsStrings))));
        }
    }

    public static object? Read(JsonElement element, bool asHashtable)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when asHashtable:
                var table = new Hashtable(StringComparer.Ordinal);
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    table[property.Name] = Read(property.Value, asHashtable);
                }

                return table;
            case JsonValueKind.Object:
                var made = new PSObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    made.Properties.Add(new PSNoteProperty(property.Name, Read(property.Value, asHashtable)));
                }

                return made;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(item => Read(item, asHashtable)).ToArray();
            case JsonValueKind.String:
                return element.GetString() is { Length: > 18 } text && text[10] == 'T' && element.TryGetDateTime(out DateTime time) ? time : element.GetString();
            case JsonValueKind.Number:
                return element.TryGetInt64(out long whole) ? whole : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    private static bool IsNumber(object value) => Type.GetTypeCode(value.GetType()) is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static object? ValueOf(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }
}
