using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Api;
using HomelabPortal.Map.Drawing;
using HomelabPortal.Map.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Api;

internal static class MapApi
{
    public static void MapMapApi(this RouteGroupBuilder api)
    {
        var map = api.MapGroup("/map").WithTags("Map");
        map.MapGet("", Get).RequireAct(Act.SeeLab).Produces<MapResource>()
            .WithSummary("The lab as one picture: its things by columns, and what each hostname passes").WithDescription("What cannot be seen now is unknown, with the time at which it was last seen.");
        map.MapGet("/picture", Picture).RequireAct(Act.SeeLab).Produces<string>(StatusCodes.Status200OK, PictureAnswer.Svg)
            .WithSummary("The same as a picture, an SVG file that stands alone").WithDescription("names and squares hold ids of panels with “~” between them: what to show by name, and what as small squares, other than the map would by itself.");
    }

    private static ApiAnswer Get(Live<MapState> live) => ApiAnswer.Of(MapResource.Of(Freshness.Of(live.Current), live.Current.Value));

    private static PictureAnswer Picture(string? names, string? squares, Live<MapState> live, SpriteShapes sprite, TimeProvider time) =>
        new(new SvgPicture(MapLayout.Of(live.Current.Value, MapFolds.Read(names, squares)), sprite).Write($"Map of the lab, {time.GetUtcNow():yyyy-MM-dd HH:mm} UTC"));
}
