// Types of Pinterest audiences 5.14.0, made by openapi-typescript. Do not edit.

export interface paths {
    "/ad_accounts/{ad_account_id}/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audiences
         * @description Get list of audiences for the ad account.
         */
        get: operations["audiences_list"];
        put?: never;
        /**
         * Create audience
         * @description Create an audience you can use in targeting for specific ad groups. Targeting combines customer information with the
         *     ways users interact with Pinterest to help you reach specific groups of users; you can include or exclude specific
         *     audience_ids when you create an ad group.
         *
         *     For more, see [Audience targeting](https://help.pinterest.com/en/business/article/audience-targeting).
         */
        post: operations["audiences_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ad_accounts/{ad_account_id}/audiences/custom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create custom audience
         * @description Create a custom audience and find the audiences you want your ads to reach.
         */
        post: operations["audiences_create_custom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ad_accounts/{ad_account_id}/audiences/{audience_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get audience
         * @description Get a specific audience given the audience ID.
         */
        get: operations["audiences_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update audience
         * @description Update (edit or remove) an existing targeting audience.
         */
        patch: operations["audiences_update"];
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An audience of an ad account. No field is promised to be there. */
        Audience: {
            /** @description Audience ID. */
            id?: string;
            /** @description The ad account that owns it. */
            ad_account_id?: string;
            /** @description Audience name. */
            name?: string;
            /** @description What it is made from. Known: `CUSTOMER_LIST`, `VISITOR`, `ENGAGEMENT`, `ACTALIKE`, `PERSONA`. */
            audience_type?: string;
            /** @description Audience description. */
            description?: string | null;
            rule?: components["schemas"]["AudienceRule"];
            /** @description How many people are in it. */
            size?: number | null;
            /**
             * @description Whether it can be used. Known: `READY`, `INITIALIZING`, `TOO_SMALL`; below 100 people with a Pinterest account an audience is
             *     too small.
             */
            status?: string;
            /** @description Always `audience`. */
            type?: string;
            /** @description When it was created, in Unix seconds. */
            created_timestamp?: number | null;
            /** @description When it was last changed, in Unix seconds. */
            updated_timestamp?: number | null;
        };
        /** @description What every page of a list has. */
        Paginated: {
            /** @description The cursor of the next page; absent or null on the last. */
            bookmark?: string | null;
        };
        /** @description A page of audiences. */
        AudiencePage: components["schemas"]["Paginated"] & {
            /** @description The audiences of this page; a page may be empty and not the last. */
            items: components["schemas"]["Audience"][];
        };
        /** @description What creating and updating an audience have in common. */
        AudienceCommon: {
            /** @description Ad account ID; the one in the path decides where the audience is. */
            ad_account_id?: string;
            /** @description Audience name. */
            name?: string;
            rule?: components["schemas"]["AudienceRule"];
        };
        /** @description An audience to create. */
        AudienceCreateRequest: WithRequired<components["schemas"]["AudienceCommon"], "name" | "rule"> & {
            audience_type: components["schemas"]["AudienceType"];
            description?: components["schemas"]["AudienceDescription"];
        };
        /** @description A custom audience to create. */
        AudienceCreateCustomRequest: WithRequired<components["schemas"]["AudienceCommon"], "name" | "rule"> & {
            sharing_type: components["schemas"]["AudienceSharingType"];
            data_party: components["schemas"]["AudienceDataParty"];
            /** @description Where a data provider files the audience. */
            category?: string;
        };
        /** @description What to change in an audience; what is left out stays. */
        AudienceUpdateRequest: components["schemas"]["AudienceCommon"] & {
            description?: components["schemas"]["AudienceDescription"];
            operation_type?: components["schemas"]["AudienceUpdateOperationType"];
        };
        /** @description Audience description. */
        AudienceDescription: string;
        /**
         * @description What an audience is made from; case-sensitive. `CUSTOMER_LIST`: an uploaded list. `VISITOR`: events of a Pinterest tag.
         *     `ENGAGEMENT`: people who engaged with Pins. `ACTALIKE`: people like those of other audiences. `PERSONA`: made by Pinterest, and
         *     not through the API.
         * @enum {string}
         */
        AudienceType: "CUSTOMER_LIST" | "VISITOR" | "ENGAGEMENT" | "ACTALIKE" | "PERSONA";
        /**
         * @description How a custom audience is shared.
         * @enum {string}
         */
        AudienceSharingType: "CUSTOM" | "SYNDICATED";
        /**
         * @description Whose data it is. `1p` is the partner's own, `3p` a data provider's.
         * @enum {string}
         */
        AudienceDataParty: "1p" | "3p";
        /**
         * @description `UPDATE` edits the audience; `REMOVE` deletes it.
         * @default UPDATE
         * @enum {string}
         */
        AudienceUpdateOperationType: "UPDATE" | "REMOVE";
        /**
         * @description Who belongs to an audience. Which fields count depends on the type of the audience; the schema does not tie them together.
         *
         *     | type | fields |
         *     | --- | --- |
         *     | `CUSTOMER_LIST` | `customer_list_id` |
         *     | `ACTALIKE` | `seed_id`, `country`, `percentage` |
         *     | `VISITOR` | `visitor_source_id`, `retention_days`, `event`, `event_data`, `event_source`, `ingestion_source`, `prefill`, `url` |
         *     | `ENGAGEMENT` | `engagement_domain`, `engagement_type`, `engager_type`, `pin_id`, `campaign_id`, `ad_id`, `objective_type`, `retention_days`, `url` |
         */
        AudienceRule: {
            /** @description `CUSTOMER_LIST`: the customer list. */
            customer_list_id?: string;
            /** @description `ACTALIKE`: the audiences whose members to resemble. */
            seed_id?: string[];
            /** @description `ACTALIKE`: where to look for people. Valid countries include `US`, `CA` and `GB`. */
            country?: string;
            /** @description `ACTALIKE`: the size of the audience, in percent of the country's Pinterest users, 1 to 10. */
            percentage?: number;
            /** @description `VISITOR`: the Pinterest tag that saw the event. */
            visitor_source_id?: string;
            /**
             * @description `VISITOR`: the event. Known: `pagevisit`, `signup`, `checkout`, `viewcategory`, `search`, `addtocart`, `watchvideo`, `lead`,
             *     `custom`; a partner may define others.
             */
            event?: string;
            event_data?: components["schemas"]["EventData"];
            /** @description `VISITOR`: where the event happened: `web`, `mobile`, `offline`, as the value of an operator. */
            event_source?: Record<string, unknown>;
            /** @description `VISITOR`: how the event arrived: `tag`, `mmp`, `file_upload`, `conversions_api`, as the value of an operator. */
            ingestion_source?: Record<string, unknown>;
            /** @description `VISITOR`: whether to begin with those whom the tag has already seen. Pinterest takes true when it is left out. */
            prefill?: boolean;
            /** @description `VISITOR`, `ENGAGEMENT`: how many days a person stays in the audience, 1 to 540. Pinterest takes 180 when it is left out. */
            retention_days?: number;
            /** @description `VISITOR`, `ENGAGEMENT`: the pages that count. */
            url?: string[];
            /** @description `ENGAGEMENT`: a domain that the ad account has claimed. Pinterest calls it required. */
            engagement_domain?: string[];
            /** @description `ENGAGEMENT`: what people did. Known: `click`, `save`, `closeup`, `comment`, `like`; left out, any of them. */
            engagement_type?: string;
            /** @description `ENGAGEMENT`: which engagers count, 1 or 2. */
            engager_type?: number;
            /** @description `ENGAGEMENT`: only with these organic Pins. */
            pin_id?: string[];
            /** @description `ENGAGEMENT`: only with ads of these campaigns. */
            campaign_id?: string[];
            /** @description `ENGAGEMENT`: only with these ads. */
            ad_id?: string[];
            /** @description `ENGAGEMENT`: only with campaigns of these objectives. */
            objective_type?: components["schemas"]["ObjectiveType"][];
            /** @description Ad account ID. */
            ad_account_id?: string;
        };
        /** @description What the event must have said of itself. It counts only beside `event`. A partner's own keys are allowed. */
        EventData: {
            currency?: components["schemas"]["Currency"];
            /** @description The kind of lead. */
            lead_type?: string;
            line_items?: components["schemas"]["LineItem"];
            /** @description The order. */
            order_id?: string;
            /** @description How many things were ordered. */
            order_quantity?: number;
            /** @description The page. */
            page_name?: string;
            /** @description The promotion's code. */
            promo_code?: string;
            /** @description The property or brand. */
            property?: string;
            /** @description What was searched for. */
            search_query?: string;
            /** @description What the event is worth, a decimal number as a string. */
            value?: string;
            /** @description The video's title. */
            video_title?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description One product of an order. */
        LineItem: {
            /** @description Its brand. */
            product_brand?: string;
            /** @description Its category. */
            product_category?: string;
            /** @description Its number. */
            product_id?: number;
            /** @description Its name. */
            product_name?: string;
            /** @description Its price, a decimal number as a string. */
            product_price?: string;
            /** @description How many of it. */
            product_quantity?: number;
            /** @description Its variant. */
            product_variant?: string;
            /** @description The variant's number. */
            product_variant_id?: string;
        };
        /** @description What a campaign is for. */
        ObjectiveType: "AWARENESS" | "CONSIDERATION" | "VIDEO_VIEW" | "WEB_CONVERSION" | "CATALOG_SALES" | "WEB_SESSIONS" | "VIDEO_COMPLETION" | (string & Record<never, never>);
        /** @description A currency by its code of ISO 4217; `UNK` is unknown. */
        Currency: "UNK" | "USD" | "GBP" | "CAD" | "EUR" | "AUD" | "NZD" | "SEK" | "ILS" | "CHF" | "HKD" | "JPY" | "SGD" | "KRW" | "NOK" | "DKK" | "PLN" | "RON" | "HUF" | "CZK" | "BRL" | "MXN" | "ARS" | "CLP" | "COP" | "INR" | "TRY" | (string & Record<never, never>);
        /**
         * @description What every failed call is answered with. Tell failures apart by the HTTP status: `code` is Pinterest's own number, and one
         *     number serves several statuses. Real answers may carry more fields.
         */
        Error: {
            /** @description Pinterest's number of the error. */
            code: number;
            /** @description What went wrong, for a person. */
            message: string;
        };
    };
    responses: {
        /** @description Unexpected error */
        UnexpectedError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /** @description Unique identifier of an ad account. */
        ad_account_id: string;
        /** @description Unique identifier of an audience */
        audience_id: string;
        /** @description Cursor used to fetch the next page of items */
        bookmark: string;
        /**
         * @description The order in which to sort the items returned: “ASCENDING” or “DESCENDING” by ID. For received audiences, it is sorted
         *     by sharing event time. Note that higher-value IDs are associated with more-recently added items.
         */
        order: "ASCENDING" | "DESCENDING";
        /**
         * @description Maximum number of items to include in a single page of the response. See documentation on
         *     [Pagination](https://developers.pinterest.com/docs/reference/pagination/) for more information.
         */
        page_size: number;
        /** @description Filter audiences by ownership type. */
        ownership_type: "OWNED" | "RECEIVED";
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    audiences_list: {
        parameters: {
            query?: {
                /** @description Cursor used to fetch the next page of items */
                bookmark?: components["parameters"]["bookmark"];
                /**
                 * @description The order in which to sort the items returned: “ASCENDING” or “DESCENDING” by ID. For received audiences, it is sorted
                 *     by sharing event time. Note that higher-value IDs are associated with more-recently added items.
                 */
                order?: components["parameters"]["order"];
                /**
                 * @description Maximum number of items to include in a single page of the response. See documentation on
                 *     [Pagination](https://developers.pinterest.com/docs/reference/pagination/) for more information.
                 */
                page_size?: components["parameters"]["page_size"];
                /** @description Filter audiences by ownership type. */
                ownership_type?: components["parameters"]["ownership_type"];
            };
            header?: never;
            path: {
                /** @description Unique identifier of an ad account. */
                ad_account_id: components["parameters"]["ad_account_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AudiencePage"];
                };
            };
            /** @description Invalid ad account audience parameters. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            default: components["responses"]["UnexpectedError"];
        };
    };
    audiences_create: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Unique identifier of an ad account. */
                ad_account_id: components["parameters"]["ad_account_id"];
            };
            cookie?: never;
        };
        /**
         * @description The audience to create, one in a request. The source describes it as "List of ads to create, size limit [1, 30]",
         *     which belongs to another operation.
         */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudienceCreateRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            default: components["responses"]["UnexpectedError"];
        };
    };
    audiences_create_custom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Unique identifier of an ad account. */
                ad_account_id: components["parameters"]["ad_account_id"];
            };
            cookie?: never;
        };
        /** @description Custom audience to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AudienceCreateCustomRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            default: components["responses"]["UnexpectedError"];
        };
    };
    audiences_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Unique identifier of an ad account. */
                ad_account_id: components["parameters"]["ad_account_id"];
                /** @description Unique identifier of an audience */
                audience_id: components["parameters"]["audience_id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            /** @description Audience not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description Unexpected error. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
    audiences_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Unique identifier of an ad account. */
                ad_account_id: components["parameters"]["ad_account_id"];
                /** @description Unique identifier of an audience */
                audience_id: components["parameters"]["audience_id"];
            };
            cookie?: never;
        };
        /** @description The audience to be updated. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AudienceUpdateRequest"];
            };
        };
        responses: {
            /** @description Success */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
            default: components["responses"]["UnexpectedError"];
        };
    };
}
type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
