using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DockerPS.Connection;

/// <summary>Builds a request's path and query.</summary>
internal sealed class Query
{
    private readonly StringBuilder _text;
    private char _separator = '?';

    public Query(string path) => _text = new StringBuilder(path);

    public Query Add(string name, bool value) => value ? Add(name, "1") : this;

    public Query Add(string name, long? value) => value is { } number ? Add(name, number.ToString(CultureInfo.InvariantCulture)) : this;

    public Query Add(string name, string? value)
    {
        if (value is not null)
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public Query AddFilters(IReadOnlyDictionary<string, IReadOnlyList<string>>? filters) => filters is { Count: > 0 }
        ? Add("filters", JsonSerializer.Serialize(filters, EngineJson.Default.IReadOnlyDictionaryStringIReadOnlyListString))
        : this;

    public override string ToString() => _text.ToString();
}
