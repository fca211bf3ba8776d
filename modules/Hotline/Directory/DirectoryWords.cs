namespace Anmin.Hotline.Directory;

/// <summary>Kinds of institutions that the public is told about, in the order of a family's way.</summary>
internal static class DirectoryWords
{
    /// <summary>Kind, how people call it, and its mark on the sketch.</summary>
    public static readonly IReadOnlyList<(string Kind, string Label, string Shape)> Kinds =
    [
        ("funeral-home", "殡仪馆", "square"), ("vigil-centre", "守灵点", "diamond"), ("columbarium", "骨灰堂", "triangle"), ("cemetery", "公墓", "circle"),
        ("hospital", "医院", "cross"), ("police", "公安", "star"), ("bureau", "民政部门", "house"),
    ];

    public static string Label(string kind) => Kinds.FirstOrDefault(k => k.Kind == kind).Label ?? "其他";

    public static string Shape(string kind) => Kinds.FirstOrDefault(k => k.Kind == kind).Shape ?? "circle";

    /// <summary>What a thing of a home is called when it is counted.</summary>
    public static string Facility(string kind) => kind switch { "vehicle" => "接运车", "hall" => "告别厅", "vigil" => "守灵间", "cremator" => "火化机", "cold-box" => "冷藏柜位", _ => "" };

    public static string Measure(string kind) => kind switch { "vehicle" => "辆", "hall" => "个", "vigil" => "间", "cremator" => "台", _ => "个" };
}
