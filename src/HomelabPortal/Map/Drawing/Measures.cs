using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Drawing;

/// <summary>The sizes that the map is laid out by.</summary>
internal static class Measures
{
    public const int Margin = 16;
    public const int HeadingRoom = 36;
    public const int HeaderHeight = 26;
    public const int StationHeight = 46;
    public const int RowHeight = 19;
    public const int Square = 14;
    public const int SquarePitch = 17;
    public const int Padding = 6;
    public const int PanelGap = 10;

    /// <summary>A column of names longer than this is no longer read but searched.</summary>
    public const int MostRows = 44;

    /// <summary>More squares than this in one panel say less than their counts.</summary>
    public const int MostSquares = 600;

    /// <summary>The frame grows in such steps, so that one thing more seldom moves all.</summary>
    public const int HeightStep = 48;

    private const int LeastHeight = 480;

    public static int WidthOf(MapPlace place) => place switch
    {
        MapPlace.Origin => 112,
        MapPlace.Names => 196,
        MapPlace.WayIn => 146,
        MapPlace.Ingress => 124,
        MapPlace.Services => 184,
        MapPlace.Machines => 192,
        _ => 188,
    };

    /// <summary>The room before a column, wide where many lines fan out.</summary>
    public static int RoomBefore(MapPlace place) => place switch
    {
        MapPlace.Origin => 0,
        MapPlace.Names or MapPlace.Ingress => 40,
        MapPlace.Stores => 56,
        _ => 64,
    };

    public static int SquaresInRow(int width) => (width - (2 * Padding) + SquarePitch - Square) / SquarePitch;

    public static int FrameHeight(int tallest) => (Math.Max(tallest, LeastHeight) + HeightStep - 1) / HeightStep * HeightStep;
}
