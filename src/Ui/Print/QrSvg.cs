namespace Anmin.Ui.Print;

/// <summary>A QR as markup, for papers that are not made of components.</summary>
public static class QrSvg
{
    public static string Of(string text)
    {
        var (path, side) = QrPath.Of(text);
        return $"""<svg class="am-qr" xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 {side} {side}" role="img" aria-label="核验二维码" shape-rendering="crispEdges"><path d="{path}"/></svg>""";
    }
}
