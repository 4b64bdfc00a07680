using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DockerPS;

/// <summary>Docker's long forms: fields between commas, as one line of CSV. A field with a comma or a quotation mark stands in quotes, with quotation marks doubled.</summary>
internal static class CommaFields
{
    /// <summary>The fields, each cut at its first equals sign; no value where it has none.</summary>
    /// <exception cref="FormatException">The quotes are wrong.</exception>
    public static List<(string Key, string? Value)> Read(string text) => Split(text).ConvertAll(field =>
    {
        var equals = field.IndexOf('=');
        return equals < 0 ? (field, null) : (field.Substring(0, equals), (string?)field.Substring(equals + 1));
    });

    /// <summary>The fields as one text.</summary>
    public static string Join(IEnumerable<string> fields) => string.Join(",", fields.Select(field =>
        field.IndexOfAny([',', '"', '\n', '\r']) >= 0 ? "\"" + field.Replace("\"", "\"\"") + "\"" : field));

    private static List<string> Split(string text)
    {
        var fields = new List<string>();
        var at = 0;
        while (true)
        {
            fields.Add(at < text.Length && text[at] == '"' ? Quoted(text, ref at) : Bare(text, ref at));
            if (at == text.Length)
            {
                return fields;
            }

            // On the comma.
            at++;
        }
    }

    private static string Bare(string text, ref int at)
    {
        var end = text.IndexOf(',', at);
        var field = end < 0 ? text.Substring(at) : text.Substring(at, end - at);
        at += field.Length;
        return field.IndexOf('"') < 0
            ? field
            : throw new FormatException($"A quotation mark stands inside '{field}': the whole field is quoted, as in \"source=/a,b\".");
    }

    private static string Quoted(string text, ref int at)
    {
        var field = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                field.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                field.Append('"');
                at++;
            }
            else
            {
                at++;
                return at == text.Length || text[at] == ','
                    ? field.ToString()
                    : throw new FormatException($"After the quoted field \"{field}\" a comma is expected.");
            }
        }

        throw new FormatException("A quotation mark is not closed.");
    }
}
