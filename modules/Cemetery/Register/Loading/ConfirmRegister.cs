using Anmin.Cemetery.Grounds;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Cemetery.Register.Loading;

/// <summary>确认导入: opens the sections that the file names and nobody has opened, and lets the batches be written.</summary>
internal sealed class ConfirmRegister(RegisterDesk desk, KnownPlots known) : IUseCase<ConfirmRegister.Request, Done>
{
    private const int LongestCode = 8;

    public sealed record Request(Guid ImportId);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!(await desk.OpenAsync(request.ImportId, ct)).Try(out var import, out var problem)) return problem;
        var outcome = import.Confirm(desk.Desk.By, desk.Desk.Now);
        if (!outcome.Ok) return outcome;
        var sections = (await known.SectionsAsync(import.Institution!, ct)).ToList();
        foreach (var line in import.NewSections.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('\t') is not [var name, var word, var capacity] || !Enum.TryParse<SectionKind>(word, out var kind) || KnownPlots.Find(sections, name) is not null) continue;
            var opened = Section.Open(import.Institution!, import.Division, CodeOf(name, sections), name, kind, sections.Count + 1, Items(kind, capacity).Use, Items(kind, capacity).Care, "由旧墓册导入时开设", desk.Desk.By, desk.Desk.Now);
            if (!opened.Try(out var section, out problem)) return problem;
            desk.Db.Add(section);
            sections.Add(section);
        }
        return Done.It;
    }

    /// <summary>Items of a price list that such a section has as a rule; whoever arranges the ground may choose others.</summary>
    private static (string Use, string? Care) Items(SectionKind kind, string capacity) => kind switch
    {
        SectionKind.Niches => ("niche-use", "niche-care"),
        SectionKind.Graves or SectionKind.Wall => (capacity == "1" ? "plot-single" : "plot-joint", "plot-care"),
        _ => ("eco-burial", null),
    };

    /// <summary>Capitals and digits: 甲区 becomes JQ, the next one JQ2.</summary>
    private static string CodeOf(string name, List<Section> sections)
    {
        var letters = new string([.. Pinyin.Initials(name).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(LongestCode - 2)]);
        if (letters.Length == 0) letters = "Q";
        for (var i = 1; ; i++)
            if ((i == 1 ? letters : letters + i) is var code && sections.TrueForAll(s => s.Code != code)) return code;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<ConfirmRegister, Request, Done>("/cemetery/register/confirm");
}

/// <summary>取消: a checked file that is not to be loaded.</summary>
internal sealed class CancelRegister(RegisterDesk desk) : IUseCase<CancelRegister.Request, Done>
{
    public sealed record Request(Guid ImportId);

    public Permission Permission => CemeteryPermissions.ImportRegister;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
        => (await desk.OpenAsync(request.ImportId, ct)).Try(out var import, out var problem) ? import.Cancel() : problem;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<CancelRegister, Request, Done>("/cemetery/register/cancel");
}
