using System.Globalization;
using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>A port given as a number or by name (Kubernetes <c>IntOrString</c>).</summary>
[JsonConverter(typeof(IntOrStringConverter))]
public readonly record struct IntOrString
{
    public IntOrString(int number) => Number = number;

    public IntOrString(string text) => Text = text;

    /// <summary>The number, or null when it is a name.</summary>
    public int? Number { get; }

    /// <summary>The name, or null when it is a number.</summary>
    public string? Text { get; }

    public static implicit operator IntOrString(int number) => new(number);

    public static implicit operator IntOrString(string text) => new(text);

    public static IntOrString FromInt32(int number) => new(number);

    public static IntOrString FromString(string text) => new(text);

    public override string ToString() => Text ?? (Number ?? 0).ToString(CultureInfo.InvariantCulture);
}
