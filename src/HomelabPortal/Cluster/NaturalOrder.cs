using System.Globalization;

namespace HomelabPortal.Cluster;

/// <summary>Names as people count: node2 before node10.</summary>
internal static class NaturalOrder
{
    public static StringComparer Instance { get; } = StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering | CompareOptions.IgnoreCase);
}
