namespace HomelabPortal.Platform;

/// <summary>Makes lists that compare by value; collection expressions call it.</summary>
public static class ValueList
{
    public static ValueList<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
