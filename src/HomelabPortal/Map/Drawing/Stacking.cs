namespace HomelabPortal.Map.Drawing;

/// <summary>Pure: places things of one column below each other.</summary>
internal static class Stacking
{
    /// <summary>All together in the middle of the room.</summary>
    public static int[] Centred(IReadOnlyList<int> heights, int gap, int top, int bottom)
    {
        var at = top + Math.Max(0, (bottom - top - Total(heights, gap)) / 2);
        var places = new int[heights.Count];
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = at;
            at += heights[index] + gap;
        }

        return places;
    }

    /// <summary>Each as near to where it would like its middle as order and room allow.</summary>
    public static int[] Near(IReadOnlyList<int> middles, IReadOnlyList<int> heights, int gap, int top, int bottom)
    {
        var places = new int[heights.Count];
        for (var index = 0; index < places.Length; index++)
            places[index] = Math.Max(middles[index] - (heights[index] / 2), index == 0 ? top : places[index - 1] + heights[index - 1] + gap);
        for (var index = places.Length - 1; index >= 0; index--)
            places[index] = Math.Min(places[index], index == places.Length - 1 ? bottom - heights[index] : places[index + 1] - gap - heights[index]);
        return places;
    }

    public static int Total(IReadOnlyList<int> heights, int gap) => heights.Sum() + (gap * Math.Max(0, heights.Count - 1));
}
