using Anmin.Contracts.Billing;
using Anmin.Contracts.Funeral;
using Anmin.Contracts.Identity;
using Anmin.Hotline.Directory;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Http;
using Anmin.Kernel.Names;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;

namespace Anmin.Hotline.LookUp;

/// <summary>查一查 during a call: institutions, hearses and their state, price items, colleagues and how many are on shift, by initials or characters.</summary>
internal sealed class FindAnything(HotlineDesk desk, IInstitutionDirectory institutions, IStaffDirectory staff, IVehicleStates vehicles, IPriceBook prices) : IQuestion<FindAnything.Request, FindAnything.Reply>
{
    private const int Most = 8;

    public sealed record Request(string? Q = null);

    public sealed record Reply(IReadOnlyList<Place> Places, IReadOnlyList<Car> Cars, IReadOnlyList<Price> Prices, IReadOnlyList<Person> People)
    {
        public bool Empty => Places.Count + Cars.Count + Prices.Count + People.Count == 0;
    }

    public sealed record Place(string Id, string Name, string Kind, string Address, string Phone, string Hours, string OnShift);

    public sealed record Car(string Plate, string Home, string State, string Word);

    public sealed record Price(string Name, string Home, long LeastFen, long MostFen, string Unit);

    public sealed record Person(string Name, string Post, string Home, string Phone);

    public Permission Permission => HotlinePermissions.TakeCall;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var typed = (request.Q ?? "").Trim().ToLowerInvariant();
        if (typed.Length < 2) return new Reply([], [], [], []);
        var homes = institutions.OfKind("funeral-home", desk.City);
        var all = DirectoryWords.Kinds.SelectMany(k => institutions.OfKind(k.Kind, desk.City)).ToList();
        var places = new List<Place>();
        foreach (var i in all.Where(i => FindDirectory.Fits(i, typed)).Take(Most))
            places.Add(new(i.Id, i.Name, DirectoryWords.Label(i.Kind), i.Address, i.Phone, i.Hours, string.Join("，", (await vehicles.OnShiftAsync(i.Id, ct)).Select(s => $"在班{s.Role}{s.People}人"))));
        var cars = (await vehicles.OfAsync([.. homes.Select(h => h.Id)], ct)).Where(v => v.Plate.Contains(typed, StringComparison.OrdinalIgnoreCase) || Hits(v.Plate, typed) || FindDirectory.Fits(institutions.Find(v.Institution)!, typed))
            .OrderBy(v => v.State == "ok" ? 0 : v.State == "run" ? 1 : 2).Take(Most).Select(v => new Car(v.Plate, NameOf(v.Institution), v.State, v.Word)).ToList();
        var people = all.SelectMany(i => staff.OfInstitution(i.Id).Select(s => (s, i))).Where(p => Hits(p.s.Name, typed) || Hits(p.s.Post, typed)).Take(Most).Select(p => new Person(p.s.Name, p.s.Post, p.i.Name, p.i.Phone)).ToList();
        return new Reply(places, cars, await PricesAsync(homes, typed, ct), people);
    }

    private async Task<IReadOnlyList<Price>> PricesAsync(IReadOnlyList<InstitutionCard> homes, string typed, CancellationToken ct)
    {
        var found = new List<Price>();
        foreach (var home in homes)
        {
            if (!(await prices.ListAsync(home.Id, desk.Today, ct)).Try(out var list, out _)) continue;
            found.AddRange(list.Lines.Where(l => Hits(l.Name, typed)).Select(l => new Price(l.Name, home.Name, l.LeastFen, l.MostFen, l.Unit)));
        }
        return [.. found.OrderBy(p => p.Name.Length).ThenBy(p => p.Name, StringComparer.Ordinal).Take(Most)];
    }

    private string NameOf(string institution) => institutions.Find(institution)?.Name ?? "";

    private static bool Hits(string name, string typed) => name.Contains(typed, StringComparison.OrdinalIgnoreCase) || (typed.All(char.IsAsciiLetter) && Pinyin.Initials(name).Contains(typed, StringComparison.Ordinal));

    public static void Map(IEndpointRouteBuilder routes) => routes.MapQuestion<FindAnything, Request, Reply>("/hotline/look-up");
}
