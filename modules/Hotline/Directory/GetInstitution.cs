using Anmin.Contracts.Billing;
using Anmin.Contracts.Booking;
using Anmin.Contracts.Identity;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Outcomes;
using Anmin.Kernel.Packs;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Hotline.Directory;

/// <summary>One institution of the directory: where it is, how to come, when it is open, what it has. For anybody.</summary>
internal sealed class GetInstitution(HotlineDesk desk, IInstitutionDirectory institutions, RouteBook routes, IEnumerable<IBookables> bookables, IPriceBook prices, Reference reference) : IQuestion<GetInstitution.Request, GetInstitution.Reply>
{
    public sealed record Request(string Id);

    /// <param name="Facilities">What it has and how many: 告别厅3个.</param>
    /// <param name="Prices">Whether a price list is in force today.</param>
    public sealed record Reply(
        string Id, string Kind, string Name, string Address, string Phone, string Hours, double? Latitude, double? Longitude, bool Invented,
        string? Bus, string? Car, string? Access, string? Services, string? RouteSource, IReadOnlyList<string> Facilities, bool Prices);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (institutions.Find(request.Id) is not { } i || !i.Division.StartsWith(reference.Now.City.Division, StringComparison.Ordinal) || !DirectoryWords.Kinds.Any(k => k.Kind == i.Kind)) return KernelProblems.NotFound;
        var facilities = bookables.SelectMany(b => b.OfInstitution(i.Id)).GroupBy(b => b.Kind)
            .Select(g => (Word: DirectoryWords.Facility(g.Key), Text: $"{g.Count()}{DirectoryWords.Measure(g.Key)}")).Where(f => f.Word.Length > 0).Select(f => f.Word + f.Text).ToList();
        var listed = (await prices.ListAsync(i.Id, desk.Today, ct)).Ok;
        var route = routes.Of(i.Id);
        return new Reply(i.Id, i.Kind, i.Name, i.Address, i.Phone, i.Hours, i.Latitude, i.Longitude, i.Provenance == "invented", route?.Bus, route?.Car, route?.Access, route?.Services, route?.Source, facilities, listed);
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<GetInstitution, Request, Reply>("/public/directory/one");
}
