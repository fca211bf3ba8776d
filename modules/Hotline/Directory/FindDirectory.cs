using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Divisions;
using Anmin.Kernel.Http;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Hotline.Directory;

/// <summary>机构目录: the city's institutions by kind and county, found by characters or pinyin initials. For anybody.</summary>
internal sealed class FindDirectory(IInstitutionDirectory institutions, DivisionBook divisions, Reference reference) : IQuestion<FindDirectory.Request, FindDirectory.Reply>
{
    /// <param name="Q">Part of a name or address, or initials: <c>sqbyg</c>.</param>
    public sealed record Request(string? Kind = null, string? County = null, string? Q = null);

    public sealed record Reply(int All, IReadOnlyList<Line> Lines);

    /// <param name="No">Its number in this list, and on the sketch.</param>
    public sealed record Line(int No, string Id, string Kind, string Name, string County, string Address, string Phone, string Hours, double? Latitude, double? Longitude, bool Invented);

    public Permission Permission => Permission.Anyone;

    public Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var city = reference.Now.City.Division;
        var all = DirectoryWords.Kinds.SelectMany(k => institutions.OfKind(k.Kind, city)).ToList();
        var typed = (request.Q ?? "").Trim().ToLowerInvariant();
        var found = all.Where(i => string.IsNullOrEmpty(request.Kind) || i.Kind == request.Kind)
            .Where(i => string.IsNullOrEmpty(request.County) || i.Division.StartsWith(request.County, StringComparison.Ordinal))
            .Where(i => Fits(i, typed)).ToList();
        return Task.FromResult<Outcome<Reply>>(new Reply(all.Count, [.. found.Select((i, n) => Of(i, n + 1))]));
    }

    internal static bool Fits(InstitutionCard i, string typed)
        => typed.Length == 0 || i.Name.Contains(typed, StringComparison.OrdinalIgnoreCase) || i.Address.Contains(typed, StringComparison.OrdinalIgnoreCase) || (typed.All(char.IsAsciiLetter) && Pinyin.Initials(i.Name).Contains(typed, StringComparison.Ordinal));

    private Line Of(InstitutionCard i, int no) => new(no, i.Id, i.Kind, i.Name, CountyOf(i.Division), i.Address, i.Phone, i.Hours, i.Latitude, i.Longitude, i.Provenance == "invented");

    private string CountyOf(string division) => division.Length >= 6 ? divisions.Find(division[..6])?.Name ?? "" : "市本级";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindDirectory, Request, Reply>("/public/directory");
}
