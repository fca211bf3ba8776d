using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class AddArrangements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "funeral_desk_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    quotation_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    contract_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    quoted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_desk_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "funeral_service_item",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(40)", maxLength: 40, nullable: false),
                    consent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_service_item", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "funeral_signed_paper",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text_version = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    shown = table.Column<byte[]>(type: "bytea", nullable: true),
                    shown_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    handler = table.Column<Guid>(type: "uuid", nullable: true),
                    signer_name = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    image = table.Column<byte[]>(type: "bytea", nullable: true),
                    image_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    staff = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_signed_paper", x => x.id);
                    table.CheckConstraint("funeral_signed_paper_way", "(way = 'Pad') = (image is not null) and (way = 'Pad') = (image_hash is not null)");
                    table.ForeignKey(
                        name: "FK_funeral_signed_paper_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "funeral_arrangement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contract_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    disposition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    institution = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hall = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    farewell_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    farewell_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    people = table.Column<int>(type: "integer", nullable: false),
                    cremator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    cremation_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    furnace = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bones = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    own_urn = table.Column<bool>(type: "boolean", nullable: false),
                    wishes = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    replaces = table.Column<Guid>(type: "uuid", nullable: true),
                    quoted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    quoted_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    signed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    signed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    quotation_paper = table.Column<Guid>(type: "uuid", nullable: true),
                    contract_paper = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_arrangement", x => x.id);
                    table.CheckConstraint("funeral_arrangement_order", "cremation_at is null or farewell_until is null or cremation_at >= farewell_until");
                    table.CheckConstraint("funeral_arrangement_signed_whole", "(state = 'Signed') = (signed_at is not null) and (state = 'Signed') = (quotation_paper is not null) and (state = 'Signed') = (contract_paper is not null) and (state = 'Signed') = (signed_by is not null)");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_arrangement_replaces",
                        column: x => x.replaces,
                        principalTable: "funeral_arrangement",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_signed_paper_contract_paper",
                        column: x => x.contract_paper,
                        principalTable: "funeral_signed_paper",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_funeral_signed_paper_quotation_paper",
                        column: x => x.quotation_paper,
                        principalTable: "funeral_signed_paper",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "funeral_belonging",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    feature = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checked_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    fate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fate_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fate_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    paper = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_belonging", x => x.id);
                    table.CheckConstraint("funeral_belonging_checked_first", "fate = 'Kept' or checked_by is not null");
                    table.CheckConstraint("funeral_belonging_quantity", "quantity between 1 and 99");
                    table.CheckConstraint("funeral_belonging_returned", "(fate = 'Returned') = (paper is not null)");
                    table.CheckConstraint("funeral_belonging_two", "checked_by is null or checked_by <> recorded_by");
                    table.ForeignKey(
                        name: "FK_funeral_belonging_funeral_case_case_id",
                        column: x => x.case_id,
                        principalTable: "funeral_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_funeral_belonging_funeral_signed_paper_paper",
                        column: x => x.paper,
                        principalTable: "funeral_signed_paper",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "funeral_arrangement_item",
                columns: table => new
                {
                    version_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    unit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(200)", maxLength: 200, nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    fen = table.Column<long>(type: "bigint", nullable: true),
                    price_kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_funeral_arrangement_item", x => new { x.version_id, x.line });
                    table.CheckConstraint("funeral_arrangement_item_quantity", "quantity between 1 and 99 and (fen is null or fen >= 0)");
                    table.ForeignKey(
                        name: "FK_funeral_arrangement_item_funeral_arrangement_version_id",
                        column: x => x.version_id,
                        principalTable: "funeral_arrangement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_edition",
                table: "funeral_arrangement",
                columns: new[] { "case_id", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_number",
                table: "funeral_arrangement",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_one_first",
                table: "funeral_arrangement",
                column: "case_id",
                unique: true,
                filter: "state = 'Signed' and replaces is null");

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_one_open",
                table: "funeral_arrangement",
                column: "case_id",
                unique: true,
                filter: "state = 'Quoted'");

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_replaced_once",
                table: "funeral_arrangement",
                column: "replaces",
                unique: true,
                filter: "state = 'Signed'");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_arrangement_contract_paper",
                table: "funeral_arrangement",
                column: "contract_paper");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_arrangement_quotation_paper",
                table: "funeral_arrangement",
                column: "quotation_paper");

            migrationBuilder.CreateIndex(
                name: "funeral_arrangement_item_once",
                table: "funeral_arrangement_item",
                columns: new[] { "version_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "funeral_belonging_line",
                table: "funeral_belonging",
                columns: new[] { "case_id", "line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_belonging_paper",
                table: "funeral_belonging",
                column: "paper");

            migrationBuilder.CreateIndex(
                name: "funeral_desk_draft_one",
                table: "funeral_desk_draft",
                columns: new[] { "owner", "case_id" },
                unique: true,
                filter: "case_id is not null");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_desk_draft_expires_at",
                table: "funeral_desk_draft",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_funeral_desk_draft_owner_updated_at",
                table: "funeral_desk_draft",
                columns: new[] { "owner", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "funeral_signed_paper_once",
                table: "funeral_signed_paper",
                columns: new[] { "subject", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_funeral_signed_paper_case_id_at",
                table: "funeral_signed_paper",
                columns: new[] { "case_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "funeral_arrangement_item");

            migrationBuilder.DropTable(
                name: "funeral_belonging");

            migrationBuilder.DropTable(
                name: "funeral_desk_draft");

            migrationBuilder.DropTable(
                name: "funeral_service_item");

            migrationBuilder.DropTable(
                name: "funeral_arrangement");

            migrationBuilder.DropTable(
                name: "funeral_signed_paper");
        }
    }
}
