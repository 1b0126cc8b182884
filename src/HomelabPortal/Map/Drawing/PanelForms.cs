using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Drawing;

/// <summary>
/// Pure: how each panel of a column is drawn. States have no say in it, so that nothing moves when something breaks.
/// <code>
/// more things than squares can show           counts
/// somebody asks for names or squares          that
/// a dense panel                               squares
/// the column would be too tall to be read     the largest panels as squares, until it is not
/// else                                        names
/// </code>
/// </summary>
internal static class PanelForms
{
    public static Dictionary<string, PanelForm> Of(MapColumn column, MapFolds folds)
    {
        var forms = Alone(column);
        // What somebody opens changes nothing beside it.
        foreach (var id in forms.Keys.Where(id => forms[id] != PanelForm.Counts).ToList())
            forms[id] = folds.Wanted(id) ?? forms[id];
        return forms;
    }

    private static Dictionary<string, PanelForm> Alone(MapColumn column)
    {
        var forms = column.Panels.DistinctBy(panel => panel.Id).ToDictionary(panel => panel.Id, Of);
        var width = Measures.WidthOf(column.Place);
        int Height() => Stacking.Total([.. column.Panels.Select(panel => PanelLayout.HeightOf(panel, forms[panel.Id], width))], Measures.GapIn(column.Place));
        foreach (var large in column.Panels.Where(panel => forms[panel.Id] == PanelForm.Names && panel.Things.Count > 2).OrderByDescending(panel => panel.Things.Count))
        {
            if (Height() <= Measures.MostHeight)
                break;
            forms[large.Id] = PanelForm.Squares;
        }

        return forms;
    }

    private static PanelForm Of(MapPanel panel) => panel.Things.Count > Measures.MostSquares ? PanelForm.Counts : panel.IsDense ? PanelForm.Squares : PanelForm.Names;
}
