using System;
using System.Collections.Generic;
using System.Text.Json;

namespace DockerPS.Connection;

/// <summary>
/// Walks through an answer, takes what is wanted and skips the rest. For lists: no objects are made only to be copied, and the first list of a process
/// does not wait for the serializer to get ready. A value of another kind than is asked for throws <see cref="InvalidOperationException"/> or <see cref="FormatException"/>.
/// </summary>
internal ref struct JsonCursor
{
    private Utf8JsonReader _reader;

    /// <summary>Stands on the answer's value.</summary>
    public JsonCursor(ReadOnlySpan<byte> json)
    {
        _reader = new Utf8JsonReader(json);
        _reader.Read();
    }

    public readonly bool IsNull => _reader.TokenType == JsonTokenType.Null;

    /// <summary>Goes into an object; null has nothing in it.</summary>
    public readonly bool EnterObject() => Enter(JsonTokenType.StartObject);

    /// <summary>Goes into a list; null has nothing in it.</summary>
    public readonly bool EnterList() => Enter(JsonTokenType.StartArray);

    /// <summary>After the answer's value: there must be no more.</summary>
    public void End() => _reader.Read();

    /// <summary>Goes to the next member's name; false at the end of the object. The member before must have been read or skipped.</summary>
    public bool NextMember() => _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Goes to the next value of a list; false at its end.</summary>
    public bool NextItem() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Whether the member has this name; if so, goes on to its value.</summary>
    public bool Is(ReadOnlySpan<byte> name) => _reader.ValueTextEquals(name) && _reader.Read();

    /// <summary>The member's name, whatever it is; goes on to its value.</summary>
    /// <param name="last">What it was last time: where it is the same, it is the same object.</param>
    public string Name(ref string? last)
    {
        var name = last is not null && _reader.ValueTextEquals(last) ? last : last = _reader.GetString()!;
        _reader.Read();
        return name;
    }

    /// <summary>The member's name, whatever it is; goes on to its value.</summary>
    public string Name()
    {
        string? none = null;
        return Name(ref none);
    }

    /// <summary>Leaves out the member, or the value.</summary>
    public void Skip() => _reader.Skip();

    public readonly string? Text() => _reader.GetString();

    /// <summary>A text that is mostly the same all through the list: then it is the same object.</summary>
    /// <param name="last">What it was last time.</param>
    public readonly string? Text(ref string? last) => last is not null && _reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals(last)
        ? last
        : last = _reader.GetString();

    /// <summary>A list of texts.</summary>
    public string[] Texts()
    {
        var texts = new List<string>();
        for (var some = EnterList(); some && NextItem();)
        {
            texts.Add(Text() ?? "");
        }

        return [.. texts];
    }

    public readonly long? Number() => IsNull ? null : _reader.GetInt64();

    public readonly bool Truth() => _reader.GetBoolean();

    private readonly bool Enter(JsonTokenType start) => _reader.TokenType == start
        || (IsNull ? false : throw new JsonException($"There is a {_reader.TokenType} where a {start} is expected."));
}
