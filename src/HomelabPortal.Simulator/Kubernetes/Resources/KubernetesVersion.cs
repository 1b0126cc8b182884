using System.Globalization;
using System.Text.RegularExpressions;

namespace HomelabPortal.Simulator.Kubernetes.Resources;

/// <summary>The order of API versions: v2, v1, v1beta2, v1beta1, v1alpha1, then the rest by name.</summary>
internal static partial class KubernetesVersion
{
    public static int Compare(string left, string right)
    {
        var (a, b) = (Rank(left), Rank(right));
        return a == b ? string.CompareOrdinal(right, left) : a.CompareTo(b);
    }

    private static (int Stability, int Major, int Minor) Rank(string version)
    {
        var match = Shape().Match(version);
        if (!match.Success) return (0, 0, 0);
        var stability = match.Groups[2].Value switch { "" => 3, "beta" => 2, _ => 1 };
        return (stability, Number(match.Groups[1].Value), match.Groups[3].Length == 0 ? 0 : Number(match.Groups[3].Value));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("^v([0-9]{1,6})(?:(alpha|beta)([0-9]{1,6}))?$")]
    private static partial Regex Shape();
}
