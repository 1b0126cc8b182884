using System.Globalization;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// An amount of CPU (cores), memory or storage (bytes) or countable things, exact (Kubernetes <c>resource.Quantity</c>).
/// As the server does, amounts beyond 2^63-1 are capped and parts below 10^-9 are rounded up, away from zero.
/// </summary>
[JsonConverter(typeof(QuantityConverter))]
public readonly record struct Quantity(decimal Value) : IComparable<Quantity>
{
    /// <summary>Nothing.</summary>
    public static Quantity Zero { get; }

    /// <summary>Thousandths of a core, rounded up.</summary>
    public long Millis => (long)Math.Ceiling(Math.Min(Value, long.MaxValue / 1000) * 1000);

    /// <summary>The whole amount, rounded up: bytes for memory and storage.</summary>
    public long Whole => (long)Math.Ceiling(Value);

    public static Quantity operator +(Quantity left, Quantity right) => new(left.Value + right.Value);

    public static Quantity operator -(Quantity left, Quantity right) => new(left.Value - right.Value);

    public static bool operator <(Quantity left, Quantity right) => left.Value < right.Value;

    public static bool operator >(Quantity left, Quantity right) => left.Value > right.Value;

    public static bool operator <=(Quantity left, Quantity right) => left.Value <= right.Value;

    public static bool operator >=(Quantity left, Quantity right) => left.Value >= right.Value;

    public static Quantity Add(Quantity left, Quantity right) => left + right;

    public static Quantity Subtract(Quantity left, Quantity right) => left - right;

    /// <exception cref="FormatException">The text is not an amount.</exception>
    public static Quantity Parse(string text) =>
        TryParse(text, out var quantity) ? quantity : throw new FormatException($"\"{text}\" is not an amount such as 500m, 2Gi or 1.5.");

    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity) => QuantityParser.TryParse(text, out quantity);

    public int CompareTo(Quantity other) => Value.CompareTo(other.Value);

    /// <summary>The plain decimal number, which the server accepts everywhere.</summary>
    public override string ToString() => Value.ToString("0.#########", CultureInfo.InvariantCulture);
}
