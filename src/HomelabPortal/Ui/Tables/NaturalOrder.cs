namespace HomelabPortal.Ui.Tables;

/// <summary>Names as people count: node2 before node10. Absent values come first. The case does not matter.</summary>
internal sealed class NaturalOrder : IComparer<IComparable?>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(IComparable? x, IComparable? y) => (x, y) switch
    {
        (string left, string right) => CompareNames(left, right),
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        _ => x.CompareTo(y),
    };

    private static int CompareNames(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var isNumber = char.IsAsciiDigit(left[0]);
            if (isNumber != char.IsAsciiDigit(right[0]))
                return left.CompareTo(right, StringComparison.OrdinalIgnoreCase);
            var leftRun = TakeRun(ref left, isNumber);
            var rightRun = TakeRun(ref right, isNumber);
            var order = isNumber ? CompareNumbers(leftRun, rightRun) : leftRun.CompareTo(rightRun, StringComparison.OrdinalIgnoreCase);
            if (order != 0)
                return order;
        }

        return left.Length.CompareTo(right.Length);
    }

    private static ReadOnlySpan<char> TakeRun(ref ReadOnlySpan<char> rest, bool isNumber)
    {
        var length = 1;
        while (length < rest.Length && char.IsAsciiDigit(rest[length]) == isNumber)
            length++;
        var run = rest[..length];
        rest = rest[length..];
        return run;
    }

    /// <summary>By length first, so that a number of any size compares without being parsed.</summary>
    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        left = left.TrimStart('0');
        right = right.TrimStart('0');
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }
}
