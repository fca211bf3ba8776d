namespace Anmin.Ui.Frame;

/// <summary>Every drawing of the set by name: strokes only, one colour, always beside a word.</summary>
public static class Icons
{
    private static readonly Dictionary<string, IconDrawing> Drawings = new(StringComparer.Ordinal)
    {
        // citizen set, 24 units
        ["phone"] = Big("M6.5 3.5h3l1.6 4.2-2 1.6a11.5 11.5 0 0 0 5.6 5.6l1.6-2 4.2 1.6v3a2 2 0 0 1-2.2 2C11 19 5 13 4.5 5.7a2 2 0 0 1 2-2.2z"),
        ["family"] = Big("M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3.5 19.5c.4-3.6 2.6-5.5 5.5-5.5s5.1 1.9 5.5 5.5M15.5 5.3a3 3 0 0 1 0 5.4M17 14.4c2.1.7 3.3 2.4 3.6 5.1"),
        ["print"] = Big("M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"),
        ["go"] = Big("M9.5 6l6 6-6 6"),
        ["back"] = Big("M14.5 6l-6 6 6 6"),
        ["hearse"] = Big("M2.5 6.5h11.5V17H9.7M14 9.5h3.6L21.5 13v4h-2M5.3 17H2.5V6.5M14 17h1.3M7.5 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4zM17.4 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"),
        ["document"] = Big("M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"),
        ["tree"] = Big("M12 2.5l4.5 6.5h-2.5l4.5 7H5.5L10 9H7.5zM12 16v5.5"),
        ["calendar"] = Big("M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7"),
        ["price"] = Big("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.7 7.5l3.3 4.5 3.3-4.5M12 12v5M9.2 12.5h5.6M9.2 15h5.6"),
        ["card"] = Big("M3 6h18v12H3zM3 10h18M6.5 14.5h4"),
        ["check"] = Big("M5 12.5l4.5 4.5L19 7.5"),
        ["cross"] = Big("M6.5 6.5l11 11M17.5 6.5l-11 11"),
        ["search"] = Big("M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20.5 20.5"),
        ["warn"] = Big("M12 3.5l9 16.5H3zM12 10v4.5M12 17.2v.1"),
        ["note"] = Big("M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.5M12 7.7v.1"),
        ["speak"] = Big("M4 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"),
        ["camera"] = Big("M4 7.5h4l1.5-2.5h5L16 7.5h4v12H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z"),
        ["pin"] = Big("M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z"),
        // staff set, 20 units
        ["workbench"] = Small("M4 5h12M4 10h12M4 15h7"),
        ["dispatch"] = Small("M2 5h9v8H2zM11 8h4l3 3v2h-7zM6 16.1a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2zM14.5 16.1a1.6 1.6 0 1 0 0-3.2 1.6 1.6 0 0 0 0 3.2z"),
        ["talk"] = Small("M3 4h14v9H9l-4 3v-3H3z"),
        ["body"] = Small("M2.5 12h15v3h-15zM5 12V8h10v4M4 15v2M16 15v2"),
        ["fire"] = Small("M10 2.5c.5 3 4.5 4.5 4.5 9a4.5 4.5 0 0 1-9 0c0-2 1-3 2-4 .3 1.5 1 2 1.5 2C9.5 7.5 9 5 10 2.5z"),
        ["urn"] = Small("M7 3h6M8 3v3c-2.5 1-4 3-4 5.5C4 14.5 6 17 10 17s6-2.5 6-5.5C16 9 14.5 7 12 6V3"),
        ["fee"] = Small("M5 3l5 6 5-6M10 9v8M6 10h8M6 13.5h8"),
        ["grave"] = Small("M6 17V8a4 4 0 0 1 8 0v9M3 17h14M8.5 10h3"),
        ["subsidy"] = Small("M3 11h3l3 2h3M9 13h5l3-3M6 11v6H3M10 9V3M7.5 5.5H12a1.5 1.5 0 0 1 0 3H8"),
        ["report"] = Small("M3 4h14v12H3zM3 8h14M8 8v8"),
        ["find"] = Small("M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM13 13l4 4"),
        ["call"] = Small("M5 3h3l1.5 4L7.5 8.5a9 9 0 0 0 4 4L13 10.5l4 1.5v3c0 1-1 2-2 2C9 17 3 11 3 5c0-1 1-2 2-2z"),
        ["navigate"] = Small("M17 3L3 9l6 2 2 6z"),
        ["offline"] = Small("M3 8a10 10 0 0 1 14 0M6 11.5a6 6 0 0 1 8 0M10 15.5v.01M3 3l14 14"),
        ["home"] = Small("M3 9.5L10 3.5l7 6M5 8.5V16h10V8.5M8.5 16v-4.5h3V16"),
        ["people"] = Small("M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 16c.3-3 2-4.5 4.5-4.5S11.7 13 12 16M13 4.8a2.5 2.5 0 0 1 0 4.4M14.2 11.9c1.7.6 2.6 2 2.8 4.1"),
        ["settings"] = Small("M4 6h7M15 6h1M4 14h1M9 14h7M11 4h4v4h-4zM5 12h4v4H5z"),
        ["shield"] = Small("M10 2.5l6 2.2v4.8c0 3.7-2.4 6.5-6 8-3.6-1.5-6-4.3-6-8V4.7zM7.3 9.8l2 2 3.5-3.6"),
        ["chart"] = Small("M3 17h14M5 17v-5M9 17V8M13 17v-7M16 17V4"),
        ["clock"] = Small("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.7 1.7"),
        ["bell"] = Small("M5 14V9a5 5 0 0 1 10 0v5l1.5 1h-13zM8.5 17.2h3"),
        ["flag"] = Small("M5 17.5V3h9.5l-2 3.3 2 3.2H5"),
        ["letter"] = Small("M3 5h14v10H3zM3 5.5l7 5.5 7-5.5"),
        ["help"] = Small("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.8 8a2.2 2.2 0 1 1 3.3 1.9c-.7.4-1.1.8-1.1 1.7M10 13.8v.01"),
        ["plus"] = Small("M10 4v12M4 10h12"),
        ["edit"] = Small("M4 16l.8-3.4L13 4.4l2.6 2.6-8.2 8.2zM11.4 6l2.6 2.6"),
        ["eye"] = Small("M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z"),
        ["lock"] = Small("M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9"),
        ["upload"] = Small("M10 13V3.5M6.5 7L10 3.5 13.5 7M4 13v3.5h12V13"),
        ["download"] = Small("M10 3.5V13M6.5 9.5L10 13l3.5-3.5M4 13v3.5h12V13"),
        ["swap"] = Small("M4 7h11l-3-3M16 13H5l3 3"),
        ["folder"] = Small("M3 5h5l1.5 2H17v9H3z"),
        ["child"] = Small("M10 8a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM10 8v5M5.5 9.5c2.8 1.2 6.2 1.2 9 0M10 13l-2.5 4M10 13l2.5 4"),
        ["elder"] = Small("M8 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 6.5c-2 1-2.5 3-2 5.5l1.5 1.5V17.5M8 9l3 2h3M14 10v7.5"),
        ["support"] = Small("M10 16.5S3 12.5 3 7.8A3.6 3.6 0 0 1 10 6.3a3.6 3.6 0 0 1 7 1.5c0 4.7-7 8.7-7 8.7z"),
        ["office"] = Small("M4 17V3h8v14M12 8h4v9M2.5 17h15M6.5 6.5h3M6.5 9.5h3M6.5 12.5h3"),
        ["candle"] = Small("M8 9h4v8H8zM10 9V7.5M10 2.5c1.5 1.6 2 2.4 2 3.2a2 2 0 0 1-4 0c0-.8.5-1.6 2-3.2zM5.5 17h9"),
    };

    /// <summary>Every name there is.</summary>
    public static IReadOnlyCollection<string> Names => Drawings.Keys;

    /// <summary>The drawing; an unknown name gives the plain sheet, so that a page still shows.</summary>
    internal static IconDrawing Of(string name) => Drawings.GetValueOrDefault(name) ?? Drawings["document"];

    private static IconDrawing Big(string path) => new(24, path);

    private static IconDrawing Small(string path) => new(20, path);
}

internal sealed record IconDrawing(int Size, string Path);
