namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>The order in which kubectl prints the members of an object: signs before letters, numbers by value.</summary>
internal sealed class YamlKeyOrder : IComparer<string>
{
    public static YamlKeyOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        var (i, j) = (0, 0);
        while (i < left.Length && j < right.Length)
        {
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
            {
                var byNumber = CompareNumbers(left, ref i, right, ref j);
                if (byNumber != 0)
                    return byNumber;
                continue;
            }

            if (left[i] != right[j])
                return CompareSigns(left[i], right[j]);
            (i, j) = (i + 1, j + 1);
        }

        var byRest = (left.Length - i).CompareTo(right.Length - j);
        // "01" and "1" are the same number and yet two keys.
        return byRest != 0 ? byRest : string.CompareOrdinal(left, right);
    }

    private static int CompareSigns(char left, char right)
    {
        var byClass = char.IsLetter(left).CompareTo(char.IsLetter(right));
        return byClass != 0 ? byClass : left.CompareTo(right);
    }

    private static int CompareNumbers(string left, ref int i, string right, ref int j)
    {
        var first = Digits(left, ref i);
        var second = Digits(right, ref j);
        var byLength = first.Length.CompareTo(second.Length);
        return byLength != 0 ? byLength : first.SequenceCompareTo(second);
    }

    /// <summary>Without leading zeros, so that the longer one is the larger.</summary>
    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return text.AsSpan(start, at - start).TrimStart('0');
    }
}
