using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Drawing;

/// <summary>The sizes that the map is laid out by.</summary>
internal static class Measures
{
    public const int Margin = 12;
    public const int HeadingRoom = 30;
    public const int HeaderHeight = 26;
    public const int StationHeight = 46;
    public const int RowHeight = 18;
    public const int Square = 14;
    public const int SquarePitch = 17;
    public const int Padding = 6;
    private const int PanelGap = 10;

    /// <summary>A taller column of names, about fifty of them, is no longer read but searched.</summary>
    public const int MostHeight = 960;

    /// <summary>More squares than this in one panel say less than their counts.</summary>
    public const int MostSquares = 600;

    /// <summary>The frame grows in such steps, so that one thing more seldom moves all.</summary>
    public const int HeightStep = 32;

    private const int LeastHeight = 480;

    public static int WidthOf(MapPlace place) => place switch
    {
        MapPlace.Origin => 114,
        MapPlace.Names => 208,
        MapPlace.WayIn => 148,
        MapPlace.Ingress => 126,
        MapPlace.Services => 194,
        MapPlace.Machines => 200,
        _ => 200,
    };

    /// <summary>The room before a column, wide where many lines fan out.</summary>
    public static int RoomBefore(MapPlace place) => place switch
    {
        MapPlace.Origin => 0,
        MapPlace.Names or MapPlace.Ingress => 36,
        MapPlace.Stores => 52,
        _ => 56,
    };

    /// <summary>What stands alone has more air around it.</summary>
    public static int GapIn(MapPlace place) => place is MapPlace.Origin or MapPlace.WayIn or MapPlace.Ingress ? 2 * PanelGap : PanelGap;

    public static int SquaresInRow(int width) => (width - (2 * Padding) + SquarePitch - Square) / SquarePitch;

    public static int FrameHeight(int tallest) => (Math.Max(tallest, LeastHeight) + HeightStep - 1) / HeightStep * HeightStep;
}
