using System.Collections;

namespace HomelabPortal.Ingress.Rules;

/// <summary>A list of texts that is equal when its texts are, so that the records that hold it compare by value.</summary>
internal sealed class EquatableTexts(params string[] texts) : IReadOnlyList<string>, IEquatable<EquatableTexts>
{
    public static EquatableTexts None { get; } = new();

    private readonly string[] _texts = texts;

    public int Count => _texts.Length;

    public string this[int index] => _texts[index];

    public bool Equals(EquatableTexts? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as EquatableTexts);

    public override int GetHashCode() => _texts.Length == 0 ? 0 : HashCode.Combine(_texts.Length, _texts[0]);

    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_texts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", _texts);
}
